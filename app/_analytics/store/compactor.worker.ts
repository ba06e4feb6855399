import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { compactLog } from './compaction'

const { dataDir } = workerData as { dataDir: string }

answerCalls(parentPort, () => compactLog(dataDir))
