import { changeDevice, type Person } from './person'
import { readerTouch } from './public-site-touches'
import { type Random, sampler } from './random'
import type { Visit } from './visit'
import type { Errand, Stage, Touch, World } from './world'

const posts = sampler<string>([
  ['/blog/counting-without-spying', 24],
  ['/blog/why-first-party', 18],
  ['/blog/what-an-opt-out-must-do', 14],
  ['/blog/reading-a-funnel', 12],
  ['/blog/retention-in-one-page', 10],
  ['/blog/a-launch-day-in-numbers', 9],
  ['/blog/when-an-ab-test-is-done', 8],
  ['/blog/sqlite-is-enough', 7],
])
const products = sampler<string>([
  ['/product/live', 20],
  ['/product/metrics', 24],
  ['/product/funnels', 22],
  ['/product/people', 18],
  ['/product/privacy', 16],
])
const docs = sampler<string>([
  ['/docs/install', 36],
  ['/docs/api', 26],
  ['/docs/identities', 20],
  ['/docs/privacy', 18],
])

type Section =
  | 'home'
  | 'post'
  | 'blog'
  | 'product'
  | 'pricing'
  | 'docs'
  | 'trial'
  | 'webinars'
  | 'privacy'
  | 'out'

const landings: Record<Touch['channel'], (random: Random) => Section> = {
  organic: sampler([
    ['post', 52],
    ['docs', 18],
    ['home', 16],
    ['product', 9],
    ['pricing', 5],
  ]),
  social: sampler([
    ['post', 78],
    ['home', 16],
    ['product', 6],
  ]),
  referral: sampler([
    ['post', 40],
    ['home', 38],
    ['product', 14],
    ['docs', 8],
  ]),
  email: sampler([
    ['post', 62],
    ['webinars', 22],
    ['product', 16],
  ]),
  paid: sampler([
    ['product', 48],
    ['pricing', 28],
    ['home', 24],
  ]),
  direct: sampler([
    ['home', 58],
    ['blog', 14],
    ['docs', 14],
    ['pricing', 8],
    ['post', 6],
  ]),
}

/** Where people go from a page; `out` ends the visit. */
const next: Record<Exclude<Section, 'out'>, (random: Random) => Section> = {
  home: sampler([
    ['out', 34],
    ['product', 26],
    ['pricing', 16],
    ['blog', 12],
    ['docs', 7],
    ['privacy', 5],
  ]),
  post: sampler([
    ['out', 64],
    ['post', 12],
    ['home', 11],
    ['blog', 7],
    ['product', 4],
    ['privacy', 2],
  ]),
  blog: sampler([
    ['post', 68],
    ['out', 24],
    ['webinars', 8],
  ]),
  product: sampler([
    ['out', 30],
    ['product', 26],
    ['pricing', 28],
    ['docs', 10],
    ['privacy', 6],
  ]),
  pricing: sampler([
    ['out', 48],
    ['product', 20],
    ['docs', 14],
    ['home', 10],
    ['privacy', 8],
  ]),
  docs: sampler([
    ['docs', 44],
    ['out', 44],
    ['pricing', 7],
    ['product', 5],
  ]),
  trial: sampler([
    ['docs', 70],
    ['out', 30],
  ]),
  webinars: sampler([
    ['out', 58],
    ['post', 22],
    ['blog', 20],
  ]),
  privacy: sampler([
    ['out', 62],
    ['home', 20],
    ['pricing', 18],
  ]),
}

const readingSeconds: Record<Exclude<Section, 'out'>, number> = {
  home: 26,
  post: 105,
  blog: 18,
  product: 44,
  pricing: 38,
  docs: 80,
  trial: 55,
  webinars: 34,
  privacy: 40,
}

function pathOf(section: Exclude<Section, 'out'>, random: Random): string {
  if (section === 'home') return '/'
  if (section === 'post') return posts(random)
  if (section === 'product') return products(random)
  if (section === 'docs') return docs(random)
  if (section === 'privacy') return random.chance(0.25) ? '/user-privacy' : '/privacy'
  return `/${section}`
}

const plans = sampler<string>([
  ['Solo', 55],
  ['Team', 35],
  ['Company', 10],
])
const price: Record<string, string> = { Solo: '19', Team: '59', Company: '199' }
const webinar = 'Measuring without spying'

/** The A/B test of the pricing page, and how many who see each variant start the trial. */
const variants = sampler<string>([
  ['table', 1],
  ['sentence', 1],
])
const trialRate: Record<string, number> = { table: 0.08, sentence: 0.135 }
const trialDays = 14

function startTrial(visit: Visit, stage: Stage): void {
  const { person } = visit
  const { random } = stage
  visit.view('/trial', readingSeconds.trial)
  if (random.chance(0.3)) return
  person.plan = plans(random)
  person.standing = 'trial'
  visit.identify()
  visit.record('signed up', { 'plan name': person.plan })
  visit.record('started trial', { 'plan name': person.plan, 'trial days': String(trialDays) })
  if (random.chance(0.44)) stage.later(trialDays, person, 'charge')
  if (random.chance(0.22)) stage.later(1 + random.below(12), person, 'invite')
}

function browse(visit: Visit, touch: Touch, stage: Stage): void {
  const { person } = visit
  const { random } = stage
  let section = landings[touch.channel](random)
  for (let pages = 0; section !== 'out' && pages < 12; pages++) {
    visit.view(pathOf(section, random), readingSeconds[section])
    if (section === 'pricing') {
      if (!person.variant && person.anonymous) {
        person.variant = variants(random)
        visit.set({ 'pricing page': person.variant })
      }
      const willing = person.standing === 'stranger' || person.standing === 'reader'
      if (willing && person.anonymous && random.chance(trialRate[person.variant ?? 'table']!)) {
        startTrial(visit, stage)
        section = 'trial'
      }
    }
    if (section === 'post' && random.chance(0.006)) {
      visit.record('commented', { post: visit.path })
    }
    if (section === 'webinars' && person.anonymous && random.chance(0.24)) {
      visit.identify()
      visit.record('registered for webinar', { webinar })
    }
    section = next[section](random)
  }
}

/** Customers mostly sign in first, now and then on a device that they have not used before. */
function signIn(visit: Visit, random: Random): void {
  if (random.chance(0.3)) return
  if (random.chance(0.08)) changeDevice(visit.person, random)
  visit.view('/signin', 6)
  visit.identify()
  visit.record('signed in', {})
}

/** A crawler opens page after page and reads none. */
function crawl(visit: Visit, random: Random): void {
  for (let pages = 2 + random.below(8); pages > 0; pages--)
    visit.view(random.chance(0.6) ? posts(random) : docs(random), 0.5)
}

/** Chance to come back after a visit, and the mean days until then. */
const returning = {
  stranger: [0.2, 9],
  reader: [0.55, 8],
  trial: [0.86, 3],
  customer: [0.94, 6],
  former: [0.15, 20],
} as const

function comeBack(person: Person, stage: Stage): void {
  const [chance, days] = returning[person.standing]
  if (stage.random.chance(chance)) stage.later(1 + Math.floor(stage.random.wait(days)), person, 'visit')
}

function charge(person: Person, at: number, stage: Stage): void {
  const plan = person.plan ?? 'Solo'
  if (person.standing === 'customer' && stage.random.chance(0.07)) {
    person.standing = 'former'
    stage.record(person, at, 'canceled', { 'plan name': plan })
    return
  }
  person.standing = 'customer'
  stage.record(person, at, 'billed', {
    'plan name': plan,
    'billing amount': price[plan]!,
    'billing description': `${plan}, one month`,
  })
  stage.later(30, person, 'charge')
}

/** The operator's own site: prospects, readers and customers. */
export const publicSite = (origin: string): World => ({
  origin,
  seed: 20261101,
  hitsPerNewcomer: 10.9,
  founders: 0.012,
  touch: readerTouch,
  visit(visit, touch, stage) {
    const { person } = visit
    if (person.bot) return crawl(visit, stage.random)
    if (person.standing === 'trial' || person.standing === 'customer') signIn(visit, stage.random)
    browse(visit, touch, stage)
    if (person.standing === 'stranger' && stage.random.chance(0.12)) person.standing = 'reader'
    if (person.anonymous) comeBack(person, stage)
  },
  errand(errand: Errand, person, at, stage) {
    if (errand === 'charge') charge(person, at, stage)
    else stage.record(person, at, 'invited friend', { 'plan name': person.plan ?? 'Solo' })
  },
  found(person, stage) {
    person.standing = 'customer'
    person.plan = plans(stage.random)
    person.identified = true
    person.visits = 1
    stage.later(stage.random.below(30), person, 'charge')
    stage.later(stage.random.below(10), person, 'visit')
  },
})
