import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type PolicyPromise, promises } from './promises'

/** What one run of the promises' tests found: the checks of each promise by id, and which version was tried. */
const Run = z.object({
  ranAt: z.iso.datetime(),
  version: z.string(),
  promises: z.record(z.string(), z.array(z.object({ title: z.string(), passed: z.boolean() }))),
})
export type PromiseRun = z.infer<typeof Run>

export type PromiseState = 'kept' | 'broken' | 'not run' | 'not yet'

/** Written by `npm test` on this machine; before its first run, the one that came with the code counts. */
const files = [join('e2e', '.results', 'promises.json'), join('content', 'promises.json')]

let last: PromiseRun | undefined

/** The last run that is known here, or undefined. Read once: a later run shows after the next start. */
export function lastRun(): PromiseRun | undefined {
  const file = files.find(existsSync)
  if (!last && file) last = Run.parse(JSON.parse(readFileSync(file, 'utf8')))
  return last
}

/** How a promise stands. One whose tests did not run is never called kept. */
export function promiseState(id: string, run = lastRun(), all: PolicyPromise[] = promises): PromiseState {
  const checks = run?.promises[id] ?? []
  if (all.find(promise => promise.id === id)?.notYet) return 'not yet'
  if (!checks.length) return 'not run'
  return checks.every(({ passed }) => passed) ? 'kept' : 'broken'
}
