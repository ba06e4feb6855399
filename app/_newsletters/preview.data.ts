import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import type { Clock } from '@/_platform/clock'
import { readBroadcast } from './broadcasts.data'
import { drawLetter, type Letter } from './letter/letter'
import { personal } from './letter/personal'

/** A broadcast as a reader gets it; its links out of it lead nowhere. @throws AppError 'forbidden', 'not_found' */
export async function previewOf(viewer: Viewer | null, id: string, clock: Clock): Promise<Letter> {
  assertStaff(viewer)
  const letter = await drawLetter(await readBroadcast(viewer, id), clock)
  return personal(letter, { unsubscribe: '#unsubscribe', settings: '#settings' })
}
