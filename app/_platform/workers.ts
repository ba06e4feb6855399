import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export type WorkerName = 'log-writer' | 'compactor' | 'reports' | 'bulk-writer' | 'sample'

/** The bundle of a worker thread; whether it is there yet depends on the build. */
export const workerFile = (name: WorkerName): string => join(process.cwd(), '.build', `${name}.mjs`)

/** Starts a worker thread from the bundle that `npm run build:server` makes in `.build/`. */
export const startWorker = (name: WorkerName, workerData: unknown): Worker =>
  new Worker(workerFile(name), { workerData, name })
