import { expect, test } from 'vitest'
import { WorkerCalls } from './worker-calls'

const reports = () => new WorkerCalls('reports', { dataDir: '/nowhere' })
const events = { site: 'site_a', query: { report: 'events' } }
const threadOf = (calls: WorkerCalls) =>
  (calls as unknown as { worker?: { terminate(): Promise<number> } }).worker

test('calls are answered each by its own answer, also after a failure', async () => {
  const calls = reports()
  const wrong = calls.call({ ...events, site: '../x' })
  const right = calls.call(events)
  await expect(wrong).rejects.toMatchObject({ name: 'AppError', code: 'invalid' })
  expect(await right).toEqual({ events: [] })
  await calls.close()
})

test('a bug in the worker is an error with its place, not an expected failure', async () => {
  const calls = reports()
  const bug = calls.call({ site: 'site_a', query: null })
  await expect(bug).rejects.toThrow(/TypeError/)
  await expect(bug).rejects.not.toHaveProperty('code')
  await calls.close()
})

test('when the worker dies its callers hear of it, and the next call starts another', async () => {
  const calls = reports()
  await calls.call(events)
  // More than it can have answered by the time it ends.
  const asked = Promise.allSettled(Array.from({ length: 5000 }, () => calls.call(events)))
  await threadOf(calls)?.terminate()
  expect((await asked).at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  expect(await calls.call(events)).toEqual({ events: [] })
  await calls.close()
})

test('close waits for what was asked, and refuses what comes after', async () => {
  const calls = reports()
  const asked = calls.call(events)
  const closed = calls.close()
  await expect(calls.call(events)).rejects.toMatchObject({ code: 'unavailable' })
  await closed
  expect(await asked).toEqual({ events: [] })
})
