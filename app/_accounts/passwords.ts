import { hash, parseOptions, verify } from '@node-rs/argon2'
import { sharedOnce } from '@/_platform/shared'

/** Argon2id with the parameters of OWASP's password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

/** The stored form: a PHC string that names its own parameters and salt. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

const decoy = () => sharedOnce('password-decoy', () => hashPassword('nobody has this password'))

/**
 * Whether the password is the stored one. With nothing stored it does the same work and answers no, so the
 * time taken does not tell whether an account exists.
 */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const nobodys = await decoy()
  const right = await verify(stored ?? nobodys, password.normalize('NFKC'))
  return right && Boolean(stored)
}

/** The stored form was made with other parameters than today's: hash again at the next good sign-in. */
export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored)
  return made.memoryCost !== cost.memoryCost || made.timeCost !== cost.timeCost
}
