/** What people can ask to be sent. A new topic needs a line here and nothing else. */
export const topics = {
  newsletter: { name: 'Newsletter', about: 'New articles from the blog, at most one message a week.' },
  product: { name: 'Product news', about: 'What changed in the product, once a month or less.' },
  service: {
    name: 'Service notices',
    about: 'Changes of the terms, of the privacy policy and of who runs this service, when they happen.',
  },
  webinars: { name: 'Webinars', about: 'A message when a new webinar is announced.' },
} as const

export type Topic = keyof typeof topics

export const topicNames = Object.keys(topics) as Topic[]

export const isTopic = (name: string): name is Topic => Object.hasOwn(topics, name)

/** The scope of mail about a topic: what unsubscribing from it stops. */
export const topicScope = (topic: Topic): string => `topic:${topic}`

/** The topic that a scope stands for, or undefined when it stands for something else. */
export function topicOf(scope: string): Topic | undefined {
  const [kind, name = ''] = scope.split(':')
  return kind === 'topic' && isTopic(name) ? name : undefined
}

/** The scope of a digest, which has something of several topics. */
export const digestScope = (names: Topic[]): string => `digest:${names.join(',')}`

/** Every topic that mail of a scope has something of; none for mail that is of no topic. */
export function topicsOf(scope: string): Topic[] {
  if (!scope.startsWith('digest:')) return [topicOf(scope)].flatMap(topic => topic ?? [])
  return scope.slice('digest:'.length).split(',').filter(isTopic)
}

/** What stands on the unsubscription page for a scope. */
export function scopeInWords(scope: string): string {
  const names = topicsOf(scope)
  if (names.length > 0) return names.map(name => topics[name].name).join(' and ')
  if (scope === '*') return 'All mail but what your account needs'
  if (scope === askedFor) return 'Messages that someone asked for on our site with this address'
  if (scope.startsWith('thread:')) return 'Replies in this conversation'
  if (scope.startsWith('webinar:')) return 'Messages about this webinar'
  return 'Messages of this kind'
}

/**
 * The scope of mail that somebody asked for a moment ago by typing an address: links to confirm and to change
 * settings. It reaches addresses that left everything else, or they could never come back.
 */
export const askedFor = 'asked'
