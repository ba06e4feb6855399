import type { Random } from './random'
import type { Touch } from './world'

/** Makes the touch of one visit; `week` counts from the demo's beginning. */
export type Source = (random: Random, week: number) => Touch

/** A referrer that names only its host, as browsers send it to another origin. */
export const from = (channel: Touch['channel'], host: string): Source => {
  const touch: Touch = { channel, referrer: `https://${host}/` }
  return () => touch
}

/** An engine that still passes on what was searched for. */
export const telling =
  (name: string, host: string, terms: readonly string[]): Source =>
  random => {
    const term = random.pick(terms)
    return {
      channel: 'organic',
      referrer: `https://${host}/search?q=${term.replaceAll(' ', '+')}`,
      search: { 'search engine': name, 'search terms': term },
    }
  }

/** A tagged link: its parameters stand in the landing page's address and in the campaign hit. */
export function tagged(
  channel: Touch['channel'],
  tags: { source: string; medium: string; name: string; content?: string },
  referrer?: string,
): Touch {
  const { source, medium, name, content } = tags
  const query = `?utm_source=${source}&utm_medium=${medium}&utm_campaign=${name}${content ? `&utm_content=${content}` : ''}`
  return {
    channel,
    ...(referrer && { referrer }),
    query,
    campaign: {
      'campaign source': source,
      'campaign medium': medium,
      'campaign name': name,
      ...(content && { 'campaign content': content }),
    },
  }
}

export const direct: Source = () => ({ channel: 'direct' })
