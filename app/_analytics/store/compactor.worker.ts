import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { compactLog } from './compaction'
import { eraseFromFile } from './erase'

/** What changes a site's file apart from new hits. The log was compacted before. */
export type Change = { verb: 'erase'; site: string; identity: string; alone: boolean }

const { dataDir } = workerData as { dataDir: string }

answerCalls(parentPort, (request: { verb: 'compact' } | Change) => {
  switch (request.verb) {
    case 'compact':
      return compactLog(dataDir)
    case 'erase':
      return eraseFromFile(dataDir, request.site, request.identity, request.alone)
  }
})
