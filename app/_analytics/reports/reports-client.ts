import { WorkerCalls } from '@/_platform/worker-calls'
import type { Answer, Query } from './queries'
import type { ReportsRequest } from './reports.worker'

/** Reports and exports of a data folder, computed off the main thread. */
export class ReportsClient {
  private readonly reports: WorkerCalls

  constructor(private readonly dataDir: string) {
    this.reports = new WorkerCalls('reports', { dataDir })
  }

  query<Q extends Query>(site: string, query: Q): Promise<Answer<Q>> {
    return this.reports.call<Answer<Q>>({ site, query } satisfies ReportsRequest)
  }

  /** An export has a thread of its own, so that reports never wait for it; it works only as fast as it is read. */
  async *export(site: string): AsyncGenerator<string> {
    const worker = new WorkerCalls('reports', { dataDir: this.dataDir })
    try {
      for (;;) {
        const piece = await worker.call<string | undefined>({
          site,
          query: 'export',
        } satisfies ReportsRequest)
        if (piece === undefined) return
        yield piece
      }
    } finally {
      await worker.close()
    }
  }

  close(): Promise<void> {
    return this.reports.close()
  }
}
