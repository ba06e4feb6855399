import { dataFolder, dropFolder } from './data'
import { type Load, load } from './load'
import type { Options } from './options'
import { cpuSeconds, listening, peakMemory, type Running, startNode } from './processes'
import { heading, note, result } from './results'
import { exported, sendHit, startServer } from './server'

type Measured = Load & { cpu: number }

/** Acknowledged durable hits a second, each a request of its own, beside a server that does nothing. */
export async function benchCollector(options: Options): Promise<void> {
  const data = await dataFolder('collector', 1_000)
  const bare = startNode(['--import', 'tsx', 'e2e/bench/bare-server.ts', `${options.port + 1}`])
  await listening(options.port + 1, bare)
  const server = await startServer(data.dir, options.port)
  await sendHit(server.url, data.site.key, 'warm-up')
  await load(hits(server.url, data.site.key, 'warm-'), 32, { ...options, seconds: 2 })

  let acknowledged = 0
  for (const connections of options.connections) {
    heading(`Collector, ${connections} connections, ${options.seconds} s (${options.tool})`)
    const ceiling = await measured(
      bare,
      { url: `http://127.0.0.1:${options.port + 1}/` },
      connections,
      options,
    )
    const got = await measured(
      server,
      hits(server.url, data.site.key, `measured-${connections}-`),
      connections,
      options,
    )
    acknowledged += got.count
    const floored = connections === 32
    result(
      'acknowledged durable hits',
      got.count / got.seconds,
      'a second',
      floored ? { atLeast: 10_000 } : undefined,
    )
    result('  p50', got.p50, 'ms')
    result('  p99', got.p99, 'ms', floored ? { below: 20 } : undefined)
    result('  CPU of the server per 1,000', got.cpu, 's', floored ? { atMost: 0.12 } : undefined)
    result('  answers that were no success', got.errors, '', { atMost: 0 })
    result('bare node:http answering 204 (ceiling)', ceiling.count / ceiling.seconds, 'a second')
    result('  p99', ceiling.p99, 'ms')
    result('  CPU per 1,000', ceiling.cpu, 's')
  }
  heading('Collector, after the load')
  result('memory at its peak', peakMemory(server.child.pid), 'MiB')
  const stored = (await exported(server.url, data.site)).split('bench.example/measured').length - 1
  result('hits in the export', stored, '', { atLeast: acknowledged })
  note(
    `${acknowledged.toLocaleString('en')} were acknowledged; those under way when a load ended are stored as well`,
  )
  await Promise.all([server.end(), bare.end()])
  dropFolder(data)
}

const hits = (url: string, key: string, run: string) => ({ url, hits: { key, run } })

async function measured(
  { child }: Running,
  target: Parameters<typeof load>[0],
  connections: number,
  options: Options,
): Promise<Measured> {
  const before = cpuSeconds(child.pid)
  const got = await load(target, connections, options)
  return { ...got, cpu: ((cpuSeconds(child.pid) - before) / got.count) * 1000 }
}
