import { startCollector } from './collector.fixture'

/**
 * A collector in a process of its own, over the data folder given, that can be killed. Says its port, and ends
 * with whoever started it.
 */
const { port } = await startCollector({ dataDir: process.argv[2] })
process.stdout.write(`${port}\n`)
process.stdin.on('end', () => process.exit()).resume()
