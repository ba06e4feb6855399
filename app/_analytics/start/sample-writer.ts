import { WorkerCalls } from '@/_platform/worker-calls'

/** Writes three months of made-up visits into a new site's file. */
export type SampleWriter = (site: { site: string; url: string; now: number }) => Promise<number>

/** In a thread of its own, which ends with the work. Only the server can start threads; others call what it shares. */
export const sampleWriter =
  (dataDir: string): SampleWriter =>
  async site => {
    const worker = new WorkerCalls('sample', { dataDir })
    try {
      return await worker.call<number>(site)
    } finally {
      await worker.close()
    }
  }
