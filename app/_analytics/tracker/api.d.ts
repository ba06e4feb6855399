/** What a property may hold; anything else is left out. Arrays are joined by ','. */
export type Value = string | number | boolean | null | undefined | readonly (string | number)[]
export type Properties = Record<string, Value>

/** Runs when the hit is stored, or at once where it may not be recorded. */
export type Done = () => void

/** Variants of a test: names in equal shares, or shares on any scale. */
export type Variants<Name extends string = string> = readonly Name[] | Record<Name, number>

/** Whether this page is recorded. */
export type Status = {
  tracking: boolean
  /**
   * Why not: the visitor opted out of every site (`opt-out`) or of this one (`site-opt-out`), the browser sends
   * Global Privacy Control (`gpc`), or Do Not Track where the site honours it (`dnt`), or nobody has that key
   * (`unknown-key`). '' when it is recorded.
   */
  reason: string
  /** Whether this browser keeps cookies here; where it does not, an opt-out lasts for this page only. */
  cookies: boolean
}

/** A command for the queue `_kmq`: a method's name and its arguments, or a function that may use `window.KM`. */
export type Command =
  | readonly ['record', string, Properties?, Done?]
  | readonly ['set', Properties, Done?]
  | readonly ['identify', string | null, string?]
  | readonly ['clearIdentity' | 'optOut' | 'optIn']
  | readonly ['alias', string, string, Done?]
  | readonly ['pageView']
  | readonly [
      'trackClick' | 'trackClickOnOutboundLink' | 'trackSubmit',
      string | Element,
      string,
      Properties?,
    ]
  | readonly ['ab', string, Variants, ((variant: string | null) => void)?]
  | readonly ['signedUp' | 'upgraded' | 'downgraded', string, Properties?]
  | readonly ['billed', number, string, Properties?]
  | readonly ['canceled', Properties?]
  | (() => void)

export type Options = {
  /** The site's key. */
  key: string
  /** Where the tracker is served, such as `https://count.example`. */
  host: string
}

/** The tracker. Every method may be called before the script is there, and does nothing on a server or where the
 * script is blocked. */
export type Tracker = {
  /** An event, with properties of the person that did it. */
  record(name: string, properties?: Properties, done?: Done): void
  /** Properties of the person, without an event. */
  set(properties: Properties, done?: Done): void
  /**
   * Says who the visitor is; null says that nobody is signed in. Call it on every page.
   * @param signature what your server made of the identity and the site's secret, where the site demands it:
   *   the hexadecimal HMAC-SHA256
   */
  identify(identity: string | null, signature?: string): void
  clearIdentity(): void
  /** Says that two identities are one person. */
  alias(identity: string, other: string, done?: Done): void
  pageView(): void
  /**
   * Draws the visitor's variant of a test, and sets it as a property of that name. Who is not recorded gets the
   * first variant.
   */
  ab<Name extends string>(test: string, variants: Variants<Name>): Promise<Name | null>
  /** Records clicks on an element, or on whatever matches a selector, now or later; a bare word is an id. */
  trackClick(target: string | Element, event: string, properties?: Properties): void
  trackSubmit(target: string | Element, event: string, properties?: Properties): void
  /** Stops recording on this site, from now on and on later pages. */
  optOut(): void
  optIn(): void
  status(): Promise<Status>
  /** Any other command. */
  push(...commands: Command[]): void
}

/**
 * Loads the tracker into the page, once. Settings and the visitor's refusal come with the script, so that they
 * hold without a new release of yours.
 */
export declare function createTracker(options: Options): Tracker
