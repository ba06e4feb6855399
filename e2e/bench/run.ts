import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import { benchCollector } from './collector'
import { benchEngines } from './compare'
import { benchKill } from './kill'
import { type Part, readOptions, usage } from './options'
import { benchPages } from './pages'
import { benchReports } from './reports'
import { heading, missedFloors, note } from './results'
import { benchStart } from './start'

const benches: Record<Part, (options: ReturnType<typeof readOptions>) => Promise<void>> = {
  start: benchStart,
  collector: benchCollector,
  pages: benchPages,
  kill: benchKill,
  reports: benchReports,
  engines: benchEngines,
}

function optionsOrUsage() {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}

const options = optionsOrUsage()
heading('Benchmark')
const [cpu] = cpus()
note(
  `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}`,
)
note(`Node ${process.version}; the load and the server share these cores`)
const [busy = 0] = loadavg()
if (busy > 0.5)
  note(`the machine is busy already (load ${busy.toFixed(1)}): these numbers will be worse than they should`)
try {
  for (const part of options.parts) await benches[part](options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
const missed = missedFloors()
heading(missed === 0 ? 'Every floor is reached.' : `${missed} floors are missed.`)
process.exitCode = missed === 0 ? 0 : 1
