import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { compactLog } from './compaction'
import { eraseFromFile } from './erase'
import { undoMerge } from './undo-merge'

/** What changes a site's file apart from new hits. The log was compacted before. */
export type Change =
  | { verb: 'erase'; site: string; identity: string; alone: boolean }
  | { verb: 'undo-merge'; site: string; identities: readonly [string, string]; at: number }

const { dataDir } = workerData as { dataDir: string }

answerCalls(parentPort, (request: { verb: 'compact' } | Change) => {
  switch (request.verb) {
    case 'compact':
      return compactLog(dataDir)
    case 'erase':
      return eraseFromFile(dataDir, request.site, request.identity, request.alone)
    case 'undo-merge':
      return undoMerge(dataDir, request.site, request.identities, request.at)
  }
})
