import { z } from 'zod'

/** Who reads what is written to us, and what it is for. */
export const desks = {
  hello: 'A question, or anything else',
  privacy: 'What is held about me',
  security: 'A weakness I found',
} as const

export type Desk = keyof typeof desks

/** What the contact form sends. Lengths in characters. */
export const contactMessage = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Write your name, or what we may call you.')
    .max(100, 'Use at most 100 letters.'),
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email('Write your address in full, like ann@example.com: the answer goes there.')),
  desk: z.enum(Object.keys(desks) as [Desk, ...Desk[]], 'Choose what it is about.'),
  message: z
    .string()
    .trim()
    .min(10, 'Write a sentence or two.')
    .max(5000, 'Use at most 5,000 letters; the rest can follow by mail.'),
})

export type ContactMessage = z.infer<typeof contactMessage>

/** People take longer than this to write a message, in ms. */
const quickest = 3000

const address = /https?:\/\/|www\./gi
const markup = /<a\s|\[url=|\[link=|<script/i
const pitch =
  /\b(backlinks?|seo (services?|agency|expert)|guest posts?|rank (your|on) (site|website|google)|casino|crypto investments?|viagra|payday loans?)\b/gi

/**
 * Why a message is taken for spam, or undefined: without asking anybody, by what no person does. A message that only
 * looks odd is not lost: it is kept, and staff see it.
 * @param sent.trap what stood in a field that people do not see
 * @param sent.took how long the form was open, ms
 */
export function spamReason(
  message: Pick<ContactMessage, 'message' | 'name'>,
  sent: { trap: string; took: number },
): string | undefined {
  if (sent.trap !== '') return 'filled a hidden field'
  if (sent.took < quickest) return 'sent within three seconds'
  if (markup.test(message.message)) return 'links in markup'
  if (address.test(message.name)) return 'an address as a name'
  const links = message.message.match(address)?.length ?? 0
  if (links > 4) return 'many links'
  if (links > 0 && (message.message.match(pitch)?.length ?? 0) > 1) return 'an advertisement'
  return undefined
}
