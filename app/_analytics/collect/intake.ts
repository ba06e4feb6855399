import type { IncomingMessage } from 'node:http'
import type { Clock } from '@/_platform/clock'
import { callerAddress } from '@/_platform/http/caller'
import { hasLeftSite, hasOptedOut } from '@/_privacy/opt-out'
import type { DropReason, HitKind, Sender, StepContext } from './draft'
import { NameLimits } from './limits'
import { runSteps } from './pipeline'
import type { Refusals } from './refusals'
import type { CollectedSite, SiteRegistry } from './registry'

export type CollectorOptions = {
  sites: SiteRegistry
  log: { append(site: string, received: number, line: string, insertId?: string): Promise<void> }
  clock: Clock
  refusals: Refusals
  /** Proxies of ours in front that may be believed in X-Forwarded-For. */
  trustedProxies: number
  /** The ISO country code of an address, where the operator supplied a database. */
  country?: (address: string) => string | undefined
}

/** What every door hands its hits to. */
export type Intake = {
  senderOf(req: IncomingMessage): Sender
  /**
   * Takes one hit in.
   * @returns undefined once it is durable, or why it was dropped
   * @throws AppError 'unavailable' when it can't be made durable
   */
  take(
    kind: HitKind,
    fields: Map<string, string>,
    sender: Sender,
    bad?: DropReason,
  ): Promise<DropReason | undefined>
  /** Counts a request that never became a hit; for no site where it is not known whose it was. */
  refuse(sender: Sender, reason: DropReason, siteId?: string): void
  byKey(key: string): CollectedSite | undefined
}

export function makeIntake(options: CollectorOptions): Intake {
  const { sites, log, clock, refusals, trustedProxies } = options
  const context: StepContext = {
    byKey: key => sites.byKey(key),
    note: (siteId, what, at) => refusals.count(siteId, what, at),
    country: options.country ?? (() => undefined),
    names: new NameLimits(),
  }
  return {
    senderOf(req) {
      const { headers } = req
      const { authorization = '' } = headers
      return {
        address: callerAddress(req, trustedProxies),
        userAgent: headers['user-agent'] ?? '',
        optedOut: hasOptedOut(headers.cookie),
        siteOptedOut: hasLeftSite(headers.cookie),
        gpc: headers['sec-gpc'] === '1',
        dnt: headers.dnt === '1',
        referer: headers.referer ?? '',
        bearer: authorization.startsWith('Bearer ') ? authorization.slice(7) : '',
        signed: false,
        received: clock(),
      }
    },
    async take(kind, fields, sender, bad) {
      const outcome = runSteps(kind, fields, sender, context, bad)
      if ('reason' in outcome) {
        refusals.count(outcome.siteId, outcome.reason, sender.received)
        return outcome.reason
      }
      const { siteId, line, insertId } = outcome.accepted
      await log.append(siteId, sender.received, line, insertId)
    },
    refuse(sender, reason, siteId = '') {
      refusals.count(siteId, reason, sender.received)
    },
    byKey: context.byKey,
  }
}
