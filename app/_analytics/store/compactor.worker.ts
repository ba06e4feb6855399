import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { type BackupOptions, backup } from './backup'
import { compactLog } from './compaction'
import { eraseFromFile } from './erase'
import { retainInFile } from './retain'
import { undoMerge } from './undo-merge'

/** What changes a site's file apart from new hits. The log was compacted before. */
export type Change =
  | { verb: 'erase'; site: string; identity: string; alone: boolean }
  | { verb: 'undo-merge'; site: string; identities: readonly [string, string]; at: number }
  | { verb: 'retain'; site: string; before: number }

export type ToCompactor = { verb: 'compact' } | ({ verb: 'backup' } & BackupOptions) | Change

const { dataDir } = workerData as { dataDir: string }

answerCalls(parentPort, (request: ToCompactor) => {
  switch (request.verb) {
    case 'compact':
      return compactLog(dataDir)
    case 'backup':
      return backup(dataDir, request)
    case 'retain':
      return retainInFile(dataDir, request.site, request.before)
    case 'erase':
      return eraseFromFile(dataDir, request.site, request.identity, request.alone)
    case 'undo-merge':
      return undoMerge(dataDir, request.site, request.identities, request.at)
  }
})
