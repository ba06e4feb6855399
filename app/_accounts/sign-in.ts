import { type Clock, minute, second } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { giveBack, type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { keyedHash } from '@/_platform/secret'
import { credentialsOf, setPassword } from './accounts.data'
import { hashPassword, isOutdated, passwordMatches } from './passwords'
import { knowsNetwork, openSession } from './sessions.data'

/** Attempts from one network, whichever accounts they are for. */
const byNetwork: Limit = { name: 'sign-in network', burst: 20, every: 15 * second }
/** Attempts at one account from one network. */
const byPair: Limit = { name: 'sign-in pair', burst: 5, every: 30 * second }
/**
 * Attempts at one account from networks that it never signed in from. Those it did are not counted here, so
 * nobody can lock an account's owner out by guessing from elsewhere.
 */
const byAccount: Limit = { name: 'sign-in account', burst: 30, every: minute }

/** The stored name of a network that someone signed in from. */
export const networkHash = (address: string): string => keyedHash('network', addressBlock(address))

export type Attempt = {
  email: string
  password: string
  /** The caller's IP address. */
  address: string
  /** Browser and system, for the list of sessions. */
  label: string
}

/**
 * Opens a session for an address and its password. An unknown address, one without a password and a wrong
 * password take the same work and get the same answer.
 * @returns the session's token
 * @throws AppError 'unauthenticated', or 'too_many' whether or not the account exists
 */
export async function signIn(attempt: Attempt, clock: Clock): Promise<string> {
  const email = attempt.email.trim().toLowerCase()
  const from = addressBlock(attempt.address)
  const network = networkHash(attempt.address)
  const pair = `${email}\n${from}`
  await takeOrRefuse(byNetwork, from, clock)
  await takeOrRefuse(byPair, pair, clock)
  const user = await credentialsOf(email)
  const known = await knowsNetwork(user?.id ?? '', network, clock)
  if (!known) await takeOrRefuse(byAccount, email, clock)

  if (!(await passwordMatches(user?.passwordHash, attempt.password)) || !user)
    throw new AppError('unauthenticated', 'This address and password do not belong together.')

  if (user.passwordHash && isOutdated(user.passwordHash))
    await setPassword(user.id, await hashPassword(attempt.password))
  await Promise.all([
    giveBack(byNetwork, from),
    giveBack(byPair, pair),
    known ? undefined : giveBack(byAccount, email),
  ])
  return openSession({ userId: user.id, network, label: attempt.label }, clock)
}
