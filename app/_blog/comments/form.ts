import { z } from 'zod'

/** What the eye does not see and the mind misreads: control characters, and those that turn the direction of text. */
const unseen = /(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

const oneLine = (text: string) => text.replace(unseen, '').replace(/\s+/g, ' ').trim()

/** A text of several lines as it is kept: without unseen characters, at most one blank line in a row. */
const manyLines = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

export const mostLetters = 5000

const text = z
  .string()
  .max(20_000, `Write at most ${mostLetters} letters.`)
  .transform(manyLines)
  .pipe(z.string().min(1, 'Write something first.').max(mostLetters, `Write at most ${mostLetters} letters.`))

export const personName = z
  .string()
  .max(500, 'Use at most 60 letters for your name.')
  .transform(oneLine)
  .pipe(z.string().min(1, 'Write a name; any will do.').max(60, 'Use at most 60 letters for your name.'))

export const personEmail = z
  .string('Write your address in full, like ann@example.com.')
  .trim()
  .max(254, 'Write your address in full, like ann@example.com.')
  .pipe(z.email('Write your address in full, like ann@example.com.'))

/** An http(s) address, or nothing. `example.com` is read as `https://example.com`. */
export const personWebsite = z
  .string()
  .optional()
  .transform(typed => (typed ?? '').trim())
  .transform(typed => (typed && !/^[a-z][a-z0-9+.-]*:/i.test(typed) ? `https://${typed}` : typed))
  .refine(
    typed =>
      typed === '' ||
      (typed.length <= 200 && URL.canParse(typed) && /^https?:\/\/[^\s"<>]+\.[^\s"<>]+$/i.test(typed)),
    'Write a web address, like https://example.com, or leave it empty.',
  )
  .transform(typed => typed || undefined)

const box = z
  .string()
  .optional()
  .transform(value => value === 'on')

/** The comment form, as browsers send it. `url` is the field that people do not see. */
export const commentForm = z.object({
  post: z.string().max(200),
  parent: z
    .string()
    .max(40)
    .optional()
    .transform(id => id || undefined),
  name: personName,
  email: personEmail,
  website: personWebsite,
  text,
  notify: box,
  newsletter: box,
  url: z.string().max(5000).default(''),
  /** The page's proof of when it was made. */
  made: z.string().max(300).default(''),
})

export type CommentForm = z.infer<typeof commentForm>

export const commentText = z.object({ text })

/** Field errors of a refused form, one a field. */
export function fieldErrors(error: z.ZodError): { field: string; message: string }[] {
  const first = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    if (!first.has(field)) first.set(field, message)
  }
  return [...first].map(([field, message]) => ({ field, message }))
}
