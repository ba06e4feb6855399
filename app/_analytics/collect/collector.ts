import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendFailure, sendImage, sendPreflight } from './answer'
import type { HitKind } from './draft'
import { formDoor } from './form-door'
import { type CollectorOptions, type Intake, makeIntake } from './intake'
import { jsonDoor } from './json-door'
import { mobileDoor } from './mobile-door'
import { signedDoor, signedPath } from './signed-door'
import { splitTarget } from './target'

/**
 * The tracking endpoints (kissmetrics.md, 1). Raw `node:http`, in front of everything else: a request costs
 * tens of microseconds.
 * @returns a door: it answers the request, or says false when the path is not one of its own
 */
export function makeCollector(
  options: CollectorOptions,
  intake: Intake = makeIntake(options),
): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    const { path, query } = splitTarget(req.url ?? '/')
    const kind = kinds.get(path)
    let answered: Promise<void> | undefined
    if (!kind && path !== '/c' && path !== '/m/trk' && !signedPath.test(path)) return false
    if (req.method === 'OPTIONS') sendPreflight(res)
    else if (req.method === 'HEAD') sendImage(res, 'head')
    else if (path === '/m/trk') mobileDoor(intake, query, req, res)
    else if (kind) answered = formDoor(intake, kind, query, req, res)
    else if (path === '/c') answered = jsonDoor(intake, query, req, res)
    else answered = signedDoor(intake, req, res)
    answered?.catch(error => sendFailure(res, error))
    return true
  }
}

const kinds = new Map<string, HitKind>([
  ['/e', 'event'],
  ['/s', 'set'],
  ['/a', 'alias'],
])
