import { beforeAll, describe, expect, it, vi } from 'vitest'
import { day, minute, second } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { useTestDb } from '../../e2e/testing/database'
import { addMember, createAccount, createUser, setPassword } from './accounts.data'
import { isOutdated } from './passwords'
import { endSession, readSession } from './sessions.data'
import { type Attempt, signIn } from './sign-in'

let now = Date.UTC(2026, 10, 2)
const clock = () => now
let db: Db
let users = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

const password = 'correct horse battery'

async function person(more: { demo?: boolean } = {}): Promise<Attempt & { id: string }> {
  const email = `person${++users}@example.com`
  const { id } = await createUser({ email, name: 'A Person', password, ...more }, clock)
  return { id, email, password, address: `192.0.2.${users}`, label: 'Chromium on Linux' }
}

const refusal = (attempt: Attempt) =>
  signIn(attempt, clock).then(
    () => 'signed in',
    error => `${error.code}: ${error.message}`,
  )

const wrong = 'unauthenticated: This address and password do not belong together.'

describe('signing in', () => {
  it('opens a session that says who it is and in which accounts', async () => {
    const ann = await person()
    const account = await createAccount({ name: 'Ann & Co' }, clock)
    await addMember({ accountId: account.id, userId: ann.id, role: 'analyst' }, clock)
    const token = await signIn({ ...ann, email: ` ${ann.email.toUpperCase()} ` }, clock)
    expect(await readSession(token, clock)).toEqual({
      userId: ann.id,
      email: ann.email,
      name: 'A Person',
      staff: false,
      demo: false,
      memberships: [{ accountId: account.id, role: 'analyst' }],
    })
  })

  it('says the same of a wrong password, an unknown address and one without a password', async () => {
    const ben = await person()
    const cat = await person()
    await db.user.update({ where: { id: cat.id }, data: { passwordHash: null } })
    expect(await refusal({ ...ben, password: 'wrong' })).toBe(wrong)
    expect(await refusal({ ...ben, email: 'nobody@example.com' })).toBe(wrong)
    expect(await refusal({ ...cat, password: 'nobody has this password' })).toBe(wrong)
  })

  it('keeps neither passwords nor tokens nor addresses', async () => {
    const dora = await person()
    const token = await signIn(dora, clock)
    const everything = JSON.stringify([
      await db.user.findMany(),
      await db.session.findMany(),
      await db.rateBucket.findMany(),
    ])
    for (const kept of [password, token, dora.address]) expect(everything).not.toContain(kept)
    expect(JSON.stringify(await db.rateBucket.findMany())).not.toContain(dora.email)
  })

  it('brings an old hash to the parameters of today', async () => {
    const eli = await person()
    const old = '$argon2id$v=19$m=4096,t=3,p=1$'
    const { hash } = await import('@node-rs/argon2')
    await setPassword(eli.id, await hash(password, { memoryCost: 4096, timeCost: 3, parallelism: 1 }))
    expect((await db.user.findUniqueOrThrow({ where: { id: eli.id } })).passwordHash).toContain(old)
    await signIn(eli, clock)
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: eli.id } })
    expect(isOutdated(passwordHash!)).toBe(false)
    expect(await refusal(eli)).toBe('signed in')
  })

  it('knows nobody of the demo data while DEMO=off, nor their open sessions', async () => {
    const demo = await person({ demo: true })
    const token = await signIn(demo, clock)
    vi.spyOn(env, 'DEMO', 'get').mockReturnValue('off')
    try {
      expect(await refusal(demo)).toBe(wrong)
      expect(await readSession(token, clock)).toBeNull()
    } finally {
      vi.restoreAllMocks()
    }
    expect(await readSession(token, clock)).not.toBeNull()
  })
})

describe('guessing', () => {
  it('stops after five attempts at one account, whether or not it exists, and the right password waits too', async () => {
    const fay = await person()
    for (const attempt of [
      { ...fay, password: 'wrong' },
      { ...fay, email: 'no-one@example.com', address: '192.0.2.200' },
    ]) {
      for (let time = 0; time < 5; time++) expect(await refusal(attempt)).toBe(wrong)
      expect(await refusal(attempt)).toBe('too_many: Too many attempts. Wait 30 seconds, then try again.')
    }
    expect(await refusal(fay)).toMatch(/^too_many/)
    now += 30 * second
    expect(await refusal(fay)).toBe('signed in')
  })

  it('stops for one network, whichever accounts it tries', async () => {
    const attempt = { address: '2001:db8::1', password: 'wrong', label: '' }
    for (let time = 0; time < 20; time++)
      expect(await refusal({ ...attempt, email: `guess${time}@example.com` })).toBe(wrong)
    expect(await refusal({ ...attempt, address: '2001:db8::2', email: 'guess@example.com' })).toMatch(
      /^too_many/,
    )
  })

  it('from many networks stops at last, and never locks out who signed in before', async () => {
    const gus = await person()
    await signIn(gus, clock)
    const from = (net: number) => ({ ...gus, password: 'wrong', address: `198.51.100.${net}` })
    for (let net = 0; net < 30; net++) expect(await refusal(from(net))).toBe(wrong)
    expect(await refusal(from(99))).toMatch(/^too_many/)
    expect(await refusal({ ...gus, address: '203.0.113.9' })).toMatch(/^too_many/)
    expect(await refusal(gus)).toBe('signed in')
  })

  it('is not what a person does who signs in often', async () => {
    const hal = await person()
    for (let time = 0; time < 40; time++) expect(await refusal(hal)).toBe('signed in')
  })
})

describe('a session', () => {
  it('ends at once when signed out', async () => {
    const ida = await person()
    const [here, there] = [await signIn(ida, clock), await signIn(ida, clock)]
    await endSession(here, clock)
    expect(await readSession(here, clock)).toBeNull()
    expect(await readSession(there, clock)).not.toBeNull()
  })

  it('ends when unused for two weeks, and after 30 days in any case', async () => {
    const jan = await person()
    const [unused, used] = [await signIn(jan, clock), await signIn(jan, clock)]
    const opened = now
    now = opened + 14 * day - 1
    expect(await readSession(used, clock)).not.toBeNull()
    now = opened + 14 * day
    expect(await readSession(unused, clock)).toBeNull()
    now = opened + 27 * day
    expect(await readSession(used, clock)).not.toBeNull()
    now = opened + 30 * day - 1
    expect(await readSession(used, clock)).not.toBeNull()
    now = opened + 30 * day
    expect(await readSession(used, clock)).toBeNull()
  })

  it('writes that it was seen at most every five minutes', async () => {
    const kim = await person()
    const token = await signIn(kim, clock)
    const seen = async () =>
      (await db.session.findFirstOrThrow({ where: { userId: kim.id } })).lastSeenAt.getTime()
    const opened = now
    now = opened + 5 * minute - 1
    await readSession(token, clock)
    expect(await seen()).toBe(opened)
    now = opened + 5 * minute
    await readSession(token, clock)
    expect(await seen()).toBe(now)
  })

  it('is nobody for a token that was made up', async () => {
    expect(await readSession('', clock)).toBeNull()
    expect(await readSession('made-up', clock)).toBeNull()
  })
})
