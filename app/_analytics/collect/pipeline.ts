import type { Hit } from '../hit'
import { channel } from './channel'
import { consent } from './consent'
import { describe } from './describe'
import type { Draft, DropReason, HitKind, Sender, Step, StepContext } from './draft'
import { identify } from './identify'
import { limits } from './limits'
import { normalise } from './normalise'
import { redact } from './redact'
import { site } from './site'
import { visitor } from './visitor'

const steps: Step[] = [site, visitor, consent, normalise, describe, channel, redact, limits, identify]

export type Accepted = { siteId: string; line: string; insertId?: string }
export type Outcome = { accepted: Accepted } | { siteId: string; reason: DropReason }

/** Takes one decoded hit through the steps to the line that is stored, or to the reason why it is not. */
export function runSteps(
  kind: HitKind,
  fields: Map<string, string>,
  sender: Sender,
  context: StepContext,
  bad?: DropReason,
): Outcome {
  const draft = { kind, fields, sender, bad, trusted: false, identity: true, properties: new Map() } as Draft
  for (const step of steps) {
    const reason = step(draft, context)
    if (reason) return { siteId: draft.site?.site.id ?? '', reason }
  }
  return { accepted: toLine(draft) }
}

/** Longer ids than any sender makes would only fill the log. */
const maxInsertId = 255

function toLine({ site: { site }, fields, hit, properties, isBot }: Draft): Accepted {
  const id = fields.get('_i')
  const insertId = id && id.length <= maxInsertId ? id : undefined
  const { _p, _p2, _n, _t, _r } = hit
  const stored: Hit = { _p, _p2, _n, _t, _r, _i: insertId, _b: isBot ? 1 : undefined }
  for (const [name, value] of properties) stored[name] = value
  return { siteId: site.id, line: JSON.stringify(stored), insertId }
}
