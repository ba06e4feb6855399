import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { runWriter } from './bulk'
import { type PackedDraft, unpack } from './draft'

const { dataDir, site } = workerData as { dataDir: string; site: string }
const write = runWriter(dataDir, site)

answerCalls(parentPort, (packed: PackedDraft) => write.run(unpack(packed)))
