import { db } from '@/_platform/db'
import { sharedOnce } from '@/_platform/shared'
import { learn } from './classifier'

/** The newest decisions of each kind that the filter learns from, and how much of a text it reads. */
const lessonsOfEach = 500
const mostLetters = 1000

type Filter = ReturnType<typeof learn>
const kept = () => sharedOnce<{ filter?: Promise<Filter> }>('comment-filter', () => ({}))

async function train(): Promise<Filter> {
  const decided = (state: 'approved' | 'spam') =>
    db().comment.findMany({
      where: { state, decidedAt: { not: null } },
      select: { name: true, website: true, text: true },
      orderBy: { decidedAt: 'desc' },
      take: lessonsOfEach,
    })
  const [fine, spam] = await Promise.all([decided('approved'), decided('spam')])
  const lesson = (isSpam: boolean) => (row: (typeof fine)[number]) => ({
    ...row,
    text: row.text.slice(0, mostLetters),
    spam: isSpam,
  })
  return learn([...fine.map(lesson(false)), ...spam.map(lesson(true))])
}

/** How much a comment is like what staff called spam, 0 to 1; undefined before they have called enough. */
export async function spamminess(comment: {
  name: string
  website?: string | null
  text: string
}): Promise<number | undefined> {
  const here = kept()
  here.filter ??= train()
  return (await here.filter)(comment)
}

/** After a decision: the filter learns anew when it is next asked. */
export function unlearn(): void {
  kept().filter = undefined
}
