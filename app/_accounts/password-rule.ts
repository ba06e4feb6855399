import { z } from 'zod'
import { commonPasswords } from './common-passwords'

/** Length alone: rules about digits and signs make passwords worse (NIST SP 800-63B-4, 3.1.1.2). */
export const fewestCharacters = 10

const common = new Set(commonPasswords.trim().split(/\s+/))

/** Whether the password is among those that are tried first: on the shipped list, or one sign over and over. */
const isCommon = (password: string): boolean =>
  common.has(password.normalize('NFKC').toLowerCase()) || new Set(password).size < 3

export const newPassword = z
  .string()
  .min(fewestCharacters, `Use at least ${fewestCharacters} characters.`)
  .max(512, 'Use at most 512 characters.')
  .refine(
    password => !isCommon(password),
    'This password is on the lists that are tried first. Use another one, such as several words.',
  )

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An address has at most 254 characters.')
  .pipe(z.email('Write an address like name@example.com.'))
