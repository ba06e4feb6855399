import { type Random, sampler } from './random'

/** What the browser says of itself, in the words of the stored properties. */
export type Device = { browser: string; os: string; type: 'desktop' | 'mobile' | 'tablet' }

export type Standing = 'stranger' | 'reader' | 'trial' | 'customer' | 'former'

/** Somebody of the demo, from the first visit to the last. */
export type Person = {
  /** The cookie's random id on the browser in use; none where cookies are refused. */
  anonymous: string | undefined
  /** The identity they give when they sign up or register. */
  email: string
  /** Whether this browser already goes by `email`. */
  identified: boolean
  standing: Standing
  device: Device
  country: string
  /** The network that hits come from: one of those that stand in examples only. */
  address: string
  /** Hours from UTC. */
  offset: number
  visits: number
  /** Looks like a program: its hits are kept and marked. */
  bot: boolean
  /** The variant of the running A/B test, once shown. */
  variant: string | undefined
  plan: string | undefined
}

const devices = sampler<Device>([
  [{ browser: 'Chrome', os: 'Windows', type: 'desktop' }, 27],
  [{ browser: 'Chrome', os: 'macOS', type: 'desktop' }, 17],
  [{ browser: 'Safari', os: 'macOS', type: 'desktop' }, 9],
  [{ browser: 'Firefox', os: 'Windows', type: 'desktop' }, 5],
  [{ browser: 'Firefox', os: 'Linux', type: 'desktop' }, 5],
  [{ browser: 'Microsoft Edge', os: 'Windows', type: 'desktop' }, 7],
  [{ browser: 'Safari', os: 'iOS', type: 'mobile' }, 15],
  [{ browser: 'Chrome', os: 'Android', type: 'mobile' }, 11],
  [{ browser: 'Samsung Internet for Android', os: 'Android', type: 'mobile' }, 2],
  [{ browser: 'Safari', os: 'iOS', type: 'tablet' }, 2],
])

const places = sampler<{ country: string; offset: number }>([
  [{ country: 'US', offset: -6 }, 34],
  [{ country: 'GB', offset: 0 }, 10],
  [{ country: 'DE', offset: 1 }, 10],
  [{ country: 'IN', offset: 5.5 }, 7],
  [{ country: 'CA', offset: -5 }, 6],
  [{ country: 'FR', offset: 1 }, 5],
  [{ country: 'NL', offset: 1 }, 5],
  [{ country: 'AU', offset: 10 }, 4],
  [{ country: 'BR', offset: -3 }, 4],
  [{ country: 'PL', offset: 1 }, 3],
  [{ country: 'ES', offset: 1 }, 3],
  [{ country: 'SE', offset: 1 }, 3],
  [{ country: 'JP', offset: 9 }, 2],
])

const first =
  'ada amara anton bea carlos chidi dana elif emre farah greta hana ines ivo jonas kaja lena liam maren mateo mina nadia noor oskar priya ravi rosa sami sofia tariq tomas uma vera wanda yuki zoe'.split(
    ' ',
  )
const last =
  'abbas berg costa dvorak engel ferri grant holt iversen jansen kowal lindt meyer novak okoro park quist rossi silva tanaka ueda vance weiss yilmaz'.split(
    ' ',
  )

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const pairs = Array.from({ length: 4096 }, (_, bits) => alphabet[bits >> 6]! + alphabet[bits & 63]!)

const fourCharacters = (random: Random): string => {
  const bits = random.bits()
  return pairs[bits >>> 20]! + pairs[(bits >>> 8) & 4095]!
}

/** An anonymous id as the tracker makes them: 20 random bytes in base64. */
export function anonymousId(random: Random): string {
  let id = ''
  for (let quads = 0; quads < 6; quads++) id += fourCharacters(random)
  const bits = random.bits()
  return `${id}${pairs[bits >>> 20]}${alphabet[bits & 60]}=`
}

/** What makes a hit that is sent again the same hit. */
export const insertId = (random: Random): string =>
  fourCharacters(random) + fourCharacters(random) + fourCharacters(random)

/** Networks for examples (RFC 5737, RFC 3849), cut as the collector cuts them. */
const addressOf = (number: number): string =>
  number % 3 === 0
    ? ['192.0.2.0', '198.51.100.0', '203.0.113.0'][(number / 3) % 3]!
    : `2001:db8:${((number * 40_503) % 65_536).toString(16)}::`

/** Somebody who has not been here before. `number` makes the address unlike any other of the demo. */
export function newcomer(number: number, random: Random, cookies: boolean): Person {
  const { country, offset } = places(random)
  return {
    anonymous: cookies ? anonymousId(random) : undefined,
    email: `${random.pick(first)}.${random.pick(last)}.${number.toString(36)}@example.com`,
    identified: false,
    standing: 'stranger',
    device: devices(random),
    country,
    address: addressOf(number),
    offset,
    visits: 0,
    bot: false,
    variant: undefined,
    plan: undefined,
  }
}

const crawlers = sampler<string>([
  ['HeadlessChrome', 5],
  ['Googlebot', 3],
  ['AhrefsBot', 2],
])

/** A program that runs scripts, so that the tracker sees it. It has no cookies to keep. */
export function crawler(number: number, random: Random): Person {
  const person = newcomer(number, random, true)
  person.bot = true
  person.device = { browser: crawlers(random), os: 'Linux', type: 'desktop' }
  return person
}

/** They come back on another device, where nobody knows them yet. */
export function changeDevice(person: Person, random: Random): void {
  person.device = devices(random)
  person.anonymous = anonymousId(random)
  person.identified = false
}
