import type { Broadcast } from '@/_newsletters/broadcasts.data'

const words: Record<Broadcast['state'], string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  sending: 'Being sent',
  paused: 'Paused',
  cancelled: 'Cancelled',
  sent: 'Sent',
}

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

export const inUtc = (at: number): string => `${time.format(at)} UTC`

export const stateWord = ({ state }: Pick<Broadcast, 'state'>): string => words[state]

/** When a broadcast goes out or went, in words. */
export function whenOf(broadcast: Broadcast): string {
  const { localTime, zone, inReaderZone, startAt, finishedAt } = broadcast
  if (finishedAt) return inUtc(finishedAt)
  if (!startAt) return ''
  const at = localTime.replace('T', ', ')
  if (!localTime) return inUtc(startAt)
  return inReaderZone ? `${at} in each reader’s zone` : `${at}, ${zone}`
}
