import type { Row, Writers, Written } from '@/_audience/render'
import type { MailLinks } from '@/_audience/templates/template'
import type { Topic } from '@/_audience/topics'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { drawLetter, type Letter } from './letter/letter'
import { personal } from './letter/personal'
import { clickLink, openImage } from './measure/tokens'

/** How many letters are kept drawn: as many as may go out at the same time. */
const mostDrawn = 20

/** Writes the messages of broadcasts for the outbox. Each letter is drawn once and made each reader's own. */
export function letterWriters(clock: Clock): Writers {
  const drawn = new Map<string, Promise<Letter>>()
  async function letterOf(id: string) {
    const row = await db().broadcast.findUniqueOrThrow({ where: { id } })
    const key = `${id} ${row.updatedAt.getTime()}`
    const letter = drawn.get(key) ?? drawLetter({ ...row, topic: row.topic as Topic }, clock)
    drawn.delete(key)
    drawn.set(key, letter)
    if (drawn.size > mostDrawn) drawn.delete(drawn.keys().next().value!)
    return { row, letter: await letter }
  }
  return {
    broadcast: async (message: Row, links: MailLinks): Promise<Written> => {
      const { row, letter } = await letterOf((JSON.parse(message.props) as { broadcast: string }).broadcast)
      const variant = message.variant || row.winner
      const subject = variant === 'b' ? row.subjectB : row.subject
      const isTest = message.scope === 'test'
      const measured = !isTest && (await isMeasured(message.toHash))
      const counting = {
        image: openImage(message.id),
        linkTo: (url: string) => clickLink(message.id, tagged(url, row.slug)),
      }
      return {
        subject: isTest ? `[Test] ${subject}` : subject,
        ...personal(letter, links, measured ? counting : undefined),
      }
    },
  }
}

/** A link to our own site, with the campaign it belongs to in the words that reports know. */
function tagged(url: string, campaign: string): string {
  const to = new URL(url)
  if (to.origin !== new URL(env.SITE_URL).origin) return url
  const tags = { utm_source: 'newsletter', utm_medium: 'email', utm_campaign: campaign }
  for (const [name, value] of Object.entries(tags))
    if (!to.searchParams.has(name)) to.searchParams.set(name, value)
  return to.href
}

/** Whether openings and presses of mail to this address may be counted: its reader can turn that off. */
async function isMeasured(toHash: string): Promise<boolean> {
  const reader = await db().subscriber.findUnique({
    where: { emailHash: toHash },
    select: { measured: true },
  })
  return reader?.measured === true
}
