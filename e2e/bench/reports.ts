import { statSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './data'
import type { Options } from './options'
import { runNode } from './processes'
import type { Timed } from './report-timer'
import { heading, note, result } from './results'

/** How long reports take over sites of these sizes, without the HTTP around them. */
export async function benchReports({ events, fresh }: Options): Promise<void> {
  for (const size of events) {
    heading(`Reports over ${size.toLocaleString('en')} events`)
    const data = await dataFolder(`reports-${size}`, size, !fresh)
    if (data.kept) note('with the site of an earlier run; --fresh makes it anew')
    else result('seeding', data.seeded, 'events a second', { atLeast: 100_000 })
    const line = await runNode(['--import', 'tsx', 'e2e/bench/report-timer.ts', data.own], {
      DATA_DIR: data.dir,
    })
    const { queries, memory } = JSON.parse(line) as Timed
    for (const { what, cold, warm } of queries) {
      const floored = what.startsWith('metric') && size === 10_000_000
      result(`${what}, cold`, cold, 'ms')
      result(`${what}, warm`, warm, 'ms', floored ? { below: 50 } : undefined)
    }
    result('memory at its peak, reports worker included', memory, 'MiB', { below: 300 })
    const { size: bytes } = statSync(join(data.dir, 'sites', `${data.own}.db`))
    result('kept of an event, all files', bytes / size, 'bytes', { atMost: 110 })
  }
}
