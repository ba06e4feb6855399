import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendImage, sendPreflight } from './answer'
import type { HitKind } from './draft'
import { formDoor } from './form-door'
import { type CollectorOptions, makeIntake } from './intake'
import { splitTarget } from './target'

/**
 * The tracking endpoints (kissmetrics.md, 1). Raw `node:http`, in front of everything else: a request costs
 * tens of microseconds.
 * @returns a door: it answers the request, or says false when the path is not one of its own
 */
export function makeCollector(
  options: CollectorOptions,
): (req: IncomingMessage, res: ServerResponse) => boolean {
  const intake = makeIntake(options)
  const kinds = new Map<string, HitKind>([
    ['/e', 'event'],
    ['/s', 'set'],
    ['/a', 'alias'],
  ])

  return (req, res) => {
    const { path, query } = splitTarget(req.url ?? '/')
    const kind = kinds.get(path)
    if (!kind) return false
    if (req.method === 'OPTIONS') sendPreflight(res)
    else if (req.method === 'HEAD') sendImage(res, 'head')
    else formDoor(intake, kind, query, req, res)
    return true
  }
}
