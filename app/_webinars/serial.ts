import { sharedOnce } from '@/_platform/shared'

const queues = () => sharedOnce('serial', () => new Map<string, Promise<unknown>>())

/**
 * Runs what is about one thing one after another within this process, in the order it came. The database would
 * keep it apart, too, but lets those who wait give up.
 */
export function serially<T>(about: string, act: () => Promise<T>): Promise<T> {
  const waiting = queues()
  const before = waiting.get(about) ?? Promise.resolve()
  const mine = before.then(act, act)
  const settled = mine.then(
    () => {},
    () => {},
  )
  waiting.set(about, settled)
  settled.then(() => {
    if (waiting.get(about) === settled) waiting.delete(about)
  })
  return mine
}
