import type { Status } from '@/_analytics/tracker/api'
import type { Refusal, TrackerConfig } from '@/_analytics/tracker/config'

export type Properties = Record<string, unknown>
/** One entry of `_kmq`: a method's name and its arguments, or a function. */
export type Entry = unknown[] | (() => void)

/** `window.KM` as every build has it (kissmetrics.md, 2.3 and 2.4). */
export type Core = {
  record(name?: unknown, properties?: unknown, done?: unknown): void
  set(properties?: unknown, done?: unknown): void
  identify(identity?: unknown, signature?: unknown): void
  clearIdentity(): void
  alias(a?: unknown, b?: unknown, done?: unknown): void
  pageView(): void
  /** The current identity, or none where it can't be kept. */
  i(): string | undefined
  /** Unix seconds. */
  ts(): number
  /** The page's address. */
  u(): string
  /** The page's referrer, or ''. */
  rf(): string
  /** Reads one of the library's cookies by its name without `km_`. */
  gc(name: string): string | undefined
  /** Writes one; an empty value deletes it. */
  sc(name: string, value?: string | number, seconds?: number): void
  optOut(): void
  optIn(): void
  status(): Status
  /** The settings, for the part of the library that is loaded later. */
  cf?: TrackerConfig
  /** Where batches go, for the same. */
  to?: string
  [method: string]: unknown
}

declare global {
  interface Window {
    KM?: Core
    _kmq?: Entry[] | { push(...entries: Entry[]): void }
    _kmk?: string
    /** i.js says here whether the browser opted out everywhere. */
    _kmo?: Refusal | ''
    _kmil?: () => void
    KM_KEY?: string
    KM_COOKIE_DOMAIN?: string
    KM_REFERRER?: string
    [setting: `KM_SKIP_${string}`]: unknown
  }
  interface Navigator {
    globalPrivacyControl?: boolean
  }
  /** Replaced by the server with the site's settings. */
  const FIRSTHAND_CONFIG: TrackerConfig
  /** True in the build that has everything in one file. */
  const WHOLE: boolean
}
