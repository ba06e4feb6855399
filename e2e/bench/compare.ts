import type { Compared } from './compare-timer'
import { dataFolder } from './data'
import { installEngines } from './engines/engines'
import type { Options } from './options'
import { runNode } from './processes'
import { heading, note, result } from './results'

/** Sizes from which on the floor of the large site holds. */
const large = 10_000_000

/** The same questions to our reports, to DuckDB and to ClickHouse, over the same events on this machine. */
export async function benchEngines({ events, fresh }: Options): Promise<void> {
  if (!installEngines()) return note('DuckDB and ClickHouse can not be installed here: nothing is compared')
  for (const size of events) {
    heading(`Reports over ${size.toLocaleString('en')} events, beside DuckDB and ClickHouse, warm`)
    const data = await dataFolder(`reports-${size}`, size, !fresh)
    const line = await runNode(['--import', 'tsx', 'e2e/bench/compare-timer.ts', data.own], {
      DATA_DIR: data.dir,
    })
    for (const { what, ours, others } of JSON.parse(line) as Compared) {
      result(what, ours, 'ms', { below: size < large ? 20 : 150 })
      for (const { name, ms, agrees } of others)
        result(
          `  ${name}${agrees ? '' : ', whose answer DIFFERS'}`,
          ms,
          'ms',
          agrees ? undefined : { below: 0 },
        )
      const faster = Math.min(...others.map(({ ms }) => ms))
      result('  times as fast as the faster of them', faster / ours, '', { atLeast: 3 })
    }
  }
}
