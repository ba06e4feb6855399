import type { Person } from './person'
import { chances, type Random, sampler } from './random'
import { direct, from, type Source, tagged, telling } from './touches'
import type { Visit } from './visit'
import type { Stage, World } from './world'

type Tea = { path: string; name: string; category: string; price: number }

const tea = (category: string, name: string, price: number): Tea => ({
  path: `/${category}/${name.toLowerCase().replaceAll(' ', '-')}`,
  name,
  category,
  price,
})

const teas = sampler<Tea>([
  [tea('black', 'Assam Second Flush', 14.5), 20],
  [tea('black', 'Harbour Breakfast', 11), 24],
  [tea('green', 'Sencha Haru', 17), 18],
  [tea('green', 'Gunpowder', 9.5), 10],
  [tea('herbal', 'Lemon Verbena', 8), 14],
  [tea('herbal', 'Rooibos Orange', 8.5), 12],
  [tea('ware', 'Kettle with a Thermometer', 64), 5],
  [tea('ware', 'Two Cups', 28), 7],
])

const touches = sampler<Source>([
  [from('organic', 'www.google.com'), 36],
  [telling('Bing', 'www.bing.com', ['loose leaf tea', 'sencha online', 'assam tea']), 6],
  [from('social', 'www.instagram.com'), 16],
  [from('social', 'www.pinterest.com'), 7],
  [from('referral', 'slow-kitchen.example'), 7],
  [
    random =>
      tagged(
        'paid',
        { source: 'google', medium: 'cpc', name: random.chance(0.5) ? 'gifts' : 'loose-leaf' },
        'https://www.google.com/',
      ),
    10,
  ],
  [direct, 18],
])

const again = sampler<Source>([
  [
    (_, week) => tagged('email', { source: 'letter', medium: 'email', name: `harvest-letter-${week + 1}` }),
    40,
  ],
  [direct, 42],
  [from('organic', 'www.google.com'), 18],
])

const landings = chances({ '/': 44, '/black': 16, '/green': 16, '/herbal': 10, '/brewing': 14 })
const variants = chances({ 'one page': 1, 'three steps': 1 })
const finishes: Record<string, number> = { 'one page': 0.62, 'three steps': 0.5 }

function look(visit: Visit, random: Random): Tea {
  const seen = teas(random)
  visit.view(seen.path, 35)
  visit.record('viewed product', { product: seen.name, category: seen.category, price: String(seen.price) })
  return seen
}

function checkOut(visit: Visit, stage: Stage, item: Tea): void {
  const { person } = visit
  const { random } = stage
  const quantity = random.chance(0.7) ? 1 : 2 + random.below(3)
  visit.record('added to cart', { product: item.name, quantity: String(quantity) })
  if (random.chance(0.45)) return
  visit.view('/checkout', 50)
  visit.record('started checkout', {})
  if (!person.variant) {
    person.variant = variants(random)
    visit.set({ checkout: person.variant })
  }
  if (!random.chance(finishes[person.variant]!)) return
  visit.identify()
  const total = (item.price * quantity).toFixed(2)
  const order = `HT-${random.bits().toString(36)}`
  visit.record('purchased', {
    'order id': order,
    'order total': total,
    'billing amount': total,
    product: item.name,
    quantity: String(quantity),
  })
  visit.view('/checkout/thanks', 8)
  person.plan = total
  person.standing = 'customer'
  if (random.chance(0.03)) stage.later(3 + random.below(10), person, 'charge')
}

/** How likely somebody comes back after a visit, and the mean days until then. */
const returning = { stranger: [0.22, 8], customer: [0.6, 18] } as const

function comeBack(person: Person, stage: Stage): void {
  const [chance, days] = returning[person.standing === 'customer' ? 'customer' : 'stranger']
  if (stage.random.chance(chance)) stage.later(1 + Math.floor(stage.random.wait(days)), person, 'visit')
}

/** A client's site: a small tea shop with orders and a few refunds. */
export const shop = (origin: string): World => ({
  origin,
  seed: 20260704,
  hitsPerNewcomer: 11.3,
  founders: 0.03,
  touch: (person, _launched, stage) =>
    (person.visits > 0 ? again : touches)(stage.random)(stage.random, Math.floor(stage.today / 7)),
  visit(visit, _touch, stage) {
    const { random } = stage
    visit.view(landings(random), 20)
    for (let looks = Math.floor(random.wait(1.7)); looks > 0; looks--) {
      const seen = look(visit, random)
      if (visit.person.anonymous && !visit.person.bot && random.chance(0.09)) {
        checkOut(visit, stage, seen)
        break
      }
    }
    if (visit.person.anonymous && !visit.person.bot) comeBack(visit.person, stage)
  },
  errand(_errand, person, at, stage) {
    const paid = person.plan ?? '11.00'
    stage.record(person, at, 'refunded', { 'billing amount': `-${paid}` })
  },
  found(person, stage) {
    person.standing = 'customer'
    person.identified = true
    person.visits = 1
    stage.later(stage.random.below(25), person, 'visit')
  },
})
