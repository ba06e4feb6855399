import { z } from 'zod'

/** Length alone: rules about digits and signs make passwords worse (NIST SP 800-63B-4, 3.1.1.2). */
export const newPassword = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(512, 'Use at most 512 characters.')

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An address has at most 254 characters.')
  .pipe(z.email('Write an address like name@example.com.'))
