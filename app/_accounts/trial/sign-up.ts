import { z } from 'zod'
import { hasCard } from '@/_analytics/collect/sensitive'
import { emailAddress, newPassword } from '../password-rule'

const longest = (most: number) => `Use at most ${most} characters.`

/** What the form asks for (promise C1), with the boxes that have to be ticked. Nothing else is taken. */
export const signUp = z.strictObject({
  name: z.string().trim().min(1, 'Write your name.').max(200, longest(200)),
  email: emailAddress,
  password: newPassword,
  phone: z
    .string()
    .trim()
    .max(40, longest(40))
    .regex(/^[+\d ()./-]*$/, 'Write a phone number in digits, or leave it out.')
    .default(''),
  siteName: z.string().trim().min(1, 'Write what the site is called.').max(120, longest(120)),
  siteUrl: z
    .string()
    .trim()
    .transform(url => (/^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`))
    .pipe(
      z
        .url({
          protocol: /^https?$/,
          hostname: z.regexes.domain,
          error: 'Write the address of the site, such as https://shop.example.',
        })
        .max(500, longest(500)),
    ),
  age: z.literal('on', 'You can open an account when you are 13 or older.'),
  agreed: z.literal('on', 'An account needs your agreement to the terms.'),
})

export type SignUp = z.infer<typeof signUp>

export type FormErrors = { field: string; message: string }[]

export const fieldErrors = (error: z.ZodError): FormErrors => {
  const first = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    if (!first.has(field)) first.set(field, message)
  }
  return [...first].map(([field, message]) => ({ field, message }))
}

/**
 * Reads a sign-up as it was sent. One that carries a payment card's number anywhere, or a field that the form does
 * not have, is refused whole: cards go to the payment processor alone.
 * @returns what was sent, or what is wrong with it, by field
 */
export function readSignUp(sent: Record<string, string>): { given: SignUp } | { errors: FormErrors } {
  for (const [field, text] of Object.entries(sent))
    if (hasCard(text))
      return {
        errors: [
          {
            field: field in signUp.shape ? field : 'name',
            message:
              'This looks like the number of a payment card. A trial needs none; nothing of it was kept.',
          },
        ],
      }
  const unknown = Object.keys(sent).filter(field => !(field in signUp.shape))
  if (unknown.length > 0)
    return { errors: [{ field: 'name', message: 'This form was sent with fields that it does not have.' }] }
  const read = signUp.safeParse(sent)
  return read.success ? { given: read.data } : { errors: fieldErrors(read.error) }
}
