import { changeDevice, type Person } from './person'
import { docs, landings, onward, pathOf, posts, readingSeconds, type Section } from './public-site-pages'
import { readerTouch } from './public-site-touches'
import { chances, type Random } from './random'
import type { Visit } from './visit'
import type { Errand, Stage, Touch, World } from './world'

const plans = chances({ Solo: 55, Team: 35, Company: 10 })
const price: Record<string, string> = { Solo: '19', Team: '59', Company: '199' }
const webinar = 'Measuring without spying'

/** The A/B test of the pricing page, and how many who see each variant start the trial. */
const variants = chances({ table: 1, sentence: 1 })
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
  let section: Section = landings[touch.channel](random)
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
    if (section === 'docs' && random.chance(0.05)) {
      visit.record('clicked outbound link', {
        'link url': 'https://developer.mozilla.org/docs/Web/HTTP/Cookies',
      })
    }
    if (section === 'webinars' && person.anonymous && random.chance(0.24)) {
      visit.identify()
      visit.record('registered for webinar', { webinar })
    }
    section = onward[section](random)
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
  hitsPerNewcomer: 11.3,
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
