import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from './env'
import { AppError } from './errors'
import { sharedOnce } from './shared'

/**
 * The deployment's secret: SECRET, or else DATA_DIR/secret, made on first use and readable by its owner alone.
 * Written aside and linked into place, so that two processes that start together agree on one.
 */
function deploymentSecret(): string {
  if (env.SECRET) return env.SECRET
  const file = join(env.DATA_DIR, 'secret')
  mkdirSync(env.DATA_DIR, { recursive: true })
  const draft = `${file}.${process.pid}`
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

const root = () => sharedOnce('secret', deploymentSecret)

/** A 32-byte key for one purpose (HKDF-SHA-256, RFC 5869): keys of two purposes say nothing about each other. */
export const derivedKey = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root(), 'firsthand', purpose, 32))

const nonceBytes = 12
const tagBytes = 16

/** Encrypts and authenticates a text (AES-256-GCM); only `unseal` with the same purpose opens it. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', derivedKey(`seal:${purpose}`), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws Error when the text was sealed with another secret or purpose, or was changed since. */
export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const nonce = bytes.subarray(0, nonceBytes)
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes)
  try {
    const decipher = createDecipheriv('aes-256-gcm', derivedKey(`seal:${purpose}`), nonce, {
      authTagLength: tagBytes,
    })
    decipher.setAuthTag(tag)
    const open = decipher.update(bytes.subarray(nonceBytes + tagBytes))
    return Buffer.concat([open, decipher.final()]).toString('utf8')
  } catch {
    throw new Error(`A sealed ${purpose} does not open: the database was written with another SECRET`)
  }
}

/** A one-way name for a value (HMAC-SHA-256): equal values meet, the value itself is not kept. */
export const keyedHash = (purpose: string, value: string): string =>
  createHmac('sha256', derivedKey(`hash:${purpose}`))
    .update(value)
    .digest('base64url')

/** What is stored of an unguessable token (see newToken). Guessable values need keyedHash instead. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * A link that proves itself: whoever holds it may do `scope` to `subject` until `expiresAt`.
 * @param expiresAt Unix milliseconds, UTC
 */
export function sign(scope: string, subject: string, expiresAt: number): string {
  const body = `${Buffer.from(subject).toString('base64url')}.${Math.floor(expiresAt).toString(36)}`
  return `${body}.${keyedHash(`sign:${scope}`, body)}`
}

/**
 * The subject of a signed token.
 * @param now Unix milliseconds, UTC
 * @throws AppError 'invalid' when it was not signed here for this scope, 'gone' when it has expired
 */
export function verify(scope: string, token: string, now: number): string {
  const [subject = '', expires = '', mac = ''] = token.split('.')
  const wanted = Buffer.from(keyedHash(`sign:${scope}`, `${subject}.${expires}`))
  const given = Buffer.from(mac)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new AppError('invalid', 'This link is not complete. Copy all of it from the message.')
  if (Number.parseInt(expires, 36) <= now)
    throw new AppError('gone', 'This link has expired. Ask for a new one.')
  return Buffer.from(subject, 'base64url').toString('utf8')
}
