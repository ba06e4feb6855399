import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export type WorkerName = 'log-writer' | 'compactor' | 'reports'

/** Starts a worker thread from the bundle that `npm run build:server` makes in `.build/`. */
export const startWorker = (name: WorkerName, workerData: unknown): Worker =>
  new Worker(join(process.cwd(), '.build', `${name}.mjs`), { workerData, name })
