import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { generate } from '../demo/generate'
import { shop } from '../demo/shop'
import { bulkWrite } from '../store/bulk'

const { dataDir } = workerData as { dataDir: string }

/** How many hits make three months of a small shop. */
const events = 3000

answerCalls(parentPort, ({ site, url, now }: { site: string; url: string; now: number }) =>
  bulkWrite(dataDir, site, generate({ world: shop(url), now, events })),
)
