import makeClassifier from 'wink-naive-bayes-text-classifier'

export type Lesson = { text: string; name: string; website?: string | null; spam: boolean }

/** A filter that knows less than this of either kind says nothing. */
const fewestOfEach = 5

/** What the filter reads of a comment: its words, and the hosts of its links as words of their own. */
export function tokensOf(text: string): string[] {
  const hosts = [...text.matchAll(/https?:\/\/([^\s/)>\]]+)/gi)].map(
    ([, host]) => `host:${host!.toLowerCase()}`,
  )
  const words = text
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .match(/[\p{L}\p{N}']{2,30}/gu)
  return [...(words ?? []), ...hosts]
}

const whole = ({ text, name, website }: Omit<Lesson, 'spam'>) => [name, website ?? '', text].join('\n')

/**
 * Learns from what staff decided (naive Bayes, presence of words, Laplace smoothing).
 * @returns how sure it is that a comment is spam, 0 to 1; undefined while there is too little to learn from
 */
export function learn(lessons: Lesson[]): (comment: Omit<Lesson, 'spam'>) => number | undefined {
  const spam = lessons.filter(lesson => lesson.spam).length
  if (spam < fewestOfEach || lessons.length - spam < fewestOfEach) return () => undefined
  const filter = makeClassifier()
  filter.definePrepTasks([tokensOf])
  filter.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 })
  for (const lesson of lessons) filter.learn(whole(lesson), lesson.spam ? 'spam' : 'fine')
  try {
    filter.consolidate()
  } catch {
    return () => undefined
  }
  return comment => {
    const found = filter.computeOdds(whole(comment)).find(([label]) => label === 'spam')
    return found && 1 / (1 + 2 ** -found[1])
  }
}
