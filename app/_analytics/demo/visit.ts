import { channelOf } from '../collect/channel'
import type { Hit } from '../hit'
import { insertId, type Person } from './person'
import type { Random } from './random'
import type { Touch } from './world'

export type Properties = Record<string, string>

/** One visit in one browser: sends what the tracker would send, and lets the time pass in between. */
export class Visit {
  private url = ''
  private landed = false

  /** @param at when it begins, Unix ms */
  constructor(
    readonly person: Person,
    public at: number,
    private readonly origin: string,
    private readonly touch: Touch,
    private readonly random: Random,
    private readonly send: (hit: Hit) => void,
  ) {}

  /** Opens a page and reads it for about `seconds`. */
  view(path: string, seconds: number): void {
    const from = this.landed ? this.url : this.touch.referrer
    this.url = this.origin + path + (this.landed ? '' : (this.touch.query ?? ''))
    this.record('page view', { 'viewed url': this.url, referrer: from ?? 'Direct' })
    if (!this.landed) this.arrive(from)
    this.landed = true
    const engaged = Math.round(this.random.wait(seconds))
    this.at += engaged * 1000 + this.random.below(4000)
    if (engaged < 1) return
    this.record('engaged', {
      'viewed url': this.url,
      'engaged seconds': String(engaged),
      'scroll depth': String(
        Math.min(100, 20 + this.random.below(60) + Math.round((engaged / seconds) * 20)),
      ),
    })
  }

  /** The path of the page in view. */
  get path(): string {
    return new URL(this.url).pathname
  }

  record(event: string, properties: Properties): void {
    const hit = this.hit()
    hit._n = event
    this.send(Object.assign(hit, properties))
  }

  /** Properties of the person; where cookies are refused there is no person to have them. */
  set(properties: Properties): void {
    if (!this.person.anonymous) return
    this.send(Object.assign(this.hit(), properties))
  }

  /** Gives the browser its person's name; the anonymous history becomes theirs. */
  identify(): void {
    const { person } = this
    if (person.identified || person.anonymous === undefined) return
    person.identified = true
    const now = this.at
    this.send({
      _p: person.anonymous,
      _p2: person.email,
      _t: Math.floor(now / 1000),
      _r: now,
      _i: insertId(this.random),
    })
  }

  private arrive(from: string | undefined): void {
    const { channel, origin } = channelOf(this.url, from ?? '')
    const both = origin ? `${channel}: ${origin}` : channel
    this.record('visited site', {
      url: this.url,
      referrer: from ?? 'Direct',
      channel,
      ...(origin && { origin }),
      'channel: origin': both,
    })
    if (from) this.set({ referrer: from })
    if (this.touch.search) this.record('search engine hit', this.touch.search)
    if (this.touch.campaign) this.record('ad campaign hit', { ...this.touch.campaign, url: this.url })
    if (this.person.visits === 1) this.set({ returning: '1' })
  }

  private hit(): Hit {
    const { person, at } = this
    const { device } = person
    const hit: Hit = {
      _p: person.identified ? person.email : person.anonymous,
      _t: Math.floor(at / 1000),
      _r: at,
      _i: insertId(this.random),
      browser: device.browser,
      'operating system': device.os,
      'device type': device.type,
      country: person.country,
      ...(person.anonymous && { 'ip address': person.address }),
    }
    if (person.bot) hit._b = 1
    return hit
  }
}
