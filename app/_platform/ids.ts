import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random id of 80 bits after a prefix that says what it names: `site_4f7k…`. Never derived from its subject. */
export function newId(prefix: string): string {
  let id = `${prefix}_`
  for (const byte of randomBytes(16)) id += alphabet[byte & 31]
  return id
}

/** An unguessable token of 256 bits for links, sessions and API keys; store only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A tracking key in Kissmetrics' form: 40 lower-case hexadecimal characters (kissmetrics.md, 1.3). */
export const newKey = (): string => randomBytes(20).toString('hex')
