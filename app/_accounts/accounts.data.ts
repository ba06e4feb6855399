import { type Clock, systemClock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { hashPassword } from './passwords'
import type { Role } from './viewer'

export async function createAccount(
  given: { name: string },
  clock: Clock = systemClock,
): Promise<{ id: string; name: string }> {
  return db().account.create({
    data: { id: newId('acc'), name: given.name, createdAt: new Date(clock()) },
    select: { id: true, name: true },
  })
}

export type NewUser = {
  /** Kept in lower case: an address has one user. */
  email: string
  name: string
  password: string
  staff?: boolean
  demo?: boolean
}

/**
 * @param email in lower case
 * @throws AppError 'conflict' when the address has a user already
 */
export async function assertFree(email: string, reader: Pick<Db, 'user'> = db()): Promise<void> {
  if (await reader.user.findUnique({ where: { email }, select: { id: true } }))
    throw new AppError('conflict', 'This address has an account already.', 'email')
}

/** @throws AppError 'conflict' when the address has a user already */
export async function createUser(
  given: NewUser,
  clock: Clock = systemClock,
): Promise<{ id: string; email: string }> {
  const email = given.email.trim().toLowerCase()
  await assertFree(email)
  return db().user.create({
    data: {
      id: newId('user'),
      email,
      name: given.name,
      passwordHash: await hashPassword(given.password),
      staff: given.staff ?? false,
      demo: given.demo ?? false,
      createdAt: new Date(clock()),
    },
    select: { id: true, email: true },
  })
}

/** Gives a user a role in an account; a second call changes the role. */
export async function addMember(
  given: { accountId: string; userId: string; role: Role },
  clock: Clock = systemClock,
): Promise<void> {
  const { accountId, userId, role } = given
  await db().member.upsert({
    where: { accountId_userId: { accountId, userId } },
    create: { id: newId('mem'), accountId, userId, role, createdAt: new Date(clock()) },
    update: { role },
  })
}

/** What signing in compares. A user of the demo data does not exist while DEMO=off. */
export async function credentialsOf(
  email: string,
): Promise<{ id: string; passwordHash: string | null } | null> {
  const user = await db().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, demo: true },
  })
  return user && !(user.demo && env.DEMO === 'off') ? { id: user.id, passwordHash: user.passwordHash } : null
}

/** @param passwordHash as hashPassword made it */
export async function setPassword(userId: string, passwordHash: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { passwordHash } })
}

/** Whether anyone of the operator's can sign in. */
export async function hasStaff(): Promise<boolean> {
  const where = { staff: true, ...(env.DEMO === 'off' && { demo: false }) }
  return (await db().user.count({ where })) > 0
}
