import type { Person } from './person'
import { sampler } from './random'
import { direct, from, type Source, tagged, telling } from './touches'
import type { Stage, Touch } from './world'

const terms = [
  'first party analytics',
  'kissmetrics alternative',
  'cookie opt out page',
  'how to read a retention table',
  'self hosted analytics',
  'ab test when to stop',
]

const newsletter: Source = (random, week) =>
  tagged('email', {
    source: 'newsletter',
    medium: 'email',
    name: `field-notes-${week + 1}`,
    content: random.chance(0.7) ? 'lead' : 'footer',
  })

const paidSearch: Source = random =>
  tagged(
    'paid',
    { source: 'google', medium: 'cpc', name: random.chance(0.6) ? 'alternatives' : 'first-party' },
    'https://www.google.com/',
  )

const paidSocial: Source = () =>
  tagged('paid', { source: 'linkedin', medium: 'cpc', name: 'founders' }, 'https://www.linkedin.com/')

const ordinary = sampler<Source>([
  [from('organic', 'www.google.com'), 310],
  [telling('Bing', 'www.bing.com', terms), 38],
  [from('organic', 'duckduckgo.com'), 34],
  [from('organic', 'www.ecosia.org'), 10],
  [from('social', 'www.linkedin.com'), 40],
  [from('social', 'www.reddit.com'), 36],
  [from('social', 'news.ycombinator.com'), 24],
  [from('social', 'mastodon.social'), 22],
  [from('referral', 'github.com'), 46],
  [from('referral', 'the-measured-web.example'), 34],
  [from('referral', 'tools-for-founders.example'), 26],
  [from('referral', 'privacy-weekly.example'), 22],
  [newsletter, 34],
  [paidSearch, 62],
  [paidSocial, 22],
  [direct, 240],
])

const launch = sampler<Source>([
  [from('social', 'news.ycombinator.com'), 520],
  [from('social', 'www.reddit.com'), 110],
  [from('social', 'mastodon.social'), 70],
  [from('social', 'www.linkedin.com'), 50],
  [from('referral', 'the-measured-web.example'), 70],
  [from('organic', 'www.google.com'), 60],
  [direct, 120],
])

const again = sampler<Source>([
  [direct, 520],
  [newsletter, 250],
  [from('organic', 'www.google.com'), 140],
  [from('referral', 'github.com'), 30],
  [from('social', 'www.linkedin.com'), 30],
  [from('social', 'mastodon.social'), 30],
])

/** How readers and prospects of the public site come; on launch days most newcomers come from the launch. */
export function readerTouch(person: Person, launched: boolean, { random, today }: Stage): Touch {
  const source = person.visits > 0 ? again : launched && random.chance(0.8) ? launch : ordinary
  return source(random)(random, Math.floor(today / 7))
}
