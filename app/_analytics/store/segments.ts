import { second } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { log as serverLog } from '@/_platform/log'
import { WorkerCalls } from '@/_platform/worker-calls'
import { ReportsClient } from '../reports/reports-client'
import type { Backup, BackupOptions } from './backup'
import type { Compacted } from './compaction'
import type { Change, ToCompactor } from './compactor.worker'
import type { Erased } from './erase'
import type { EventStore } from './event-store'
import { type Log, openLog } from './log-client'
import { identifyLog, LogReader } from './log-reader'
import type { Retained } from './retain'
import type { Undone } from './undo-merge'

export type SegmentStoreOptions = {
  /** How often to look whether the log is due, in ms; 0: only when asked to. */
  lookEvery?: number
  /** Rows in the log that make it due. */
  maxRows?: number
  /** Age of the log's oldest row, in ms since it was first seen, that makes it due. */
  maxAge?: number
}

/**
 * The event store that needs nothing but SQLite: hits go to the log; a worker moves them into column segments of
 * their site's file; another answers reports from those and from what is still in the log.
 * @throws Error with a clear sentence when the log can't be opened
 */
export async function openSegmentStore(
  dataDir: string,
  { lookEvery = second, maxRows = 50_000, maxAge = 60 * second }: SegmentStoreOptions = {},
): Promise<EventStore> {
  identifyLog(dataDir)
  const log = await openLog(dataDir)
  const reports = new ReportsClient(dataDir)
  const compactor = new Compactor(dataDir, log)
  const timer = lookEvery ? compactor.watch({ lookEvery, maxRows, maxAge }) : undefined
  return {
    append: (site, received, line, insertId) => log.append(site, received, line, insertId),
    query: (site, query) => reports.query(site, query),
    export: site => reports.export(site),
    compact: () => compactor.compact(),
    erasePerson: (site, identity, { alone = false } = {}) =>
      compactor.change<Erased>({ verb: 'erase', site, identity, alone }),
    undoMerge: (site, identities, at) =>
      compactor.change<Undone | undefined>({ verb: 'undo-merge', site, identities, at }),
    retain: (site, before) => compactor.change<Retained>({ verb: 'retain', site, before }),
    backup: options => compactor.backup(options),
    close: async () => {
      clearInterval(timer)
      await Promise.all([compactor.close(), reports.close()])
      await log.close()
    },
  }
}

/** Runs compactions one after the other, each followed by the trim of what it made superfluous. */
class Compactor {
  private readonly worker: WorkerCalls
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly dataDir: string,
    private readonly log: Log,
  ) {
    this.worker = new WorkerCalls('compactor', { dataDir })
  }

  /** Compacts what the log held at this moment, and maybe more. */
  compact(): Promise<void> {
    const run = this.running.then(async () => void (await this.once()))
    this.running = run.catch(() => {})
    return run
  }

  /** Between two compactions, in the same thread. */
  backup(options: BackupOptions): Promise<Backup> {
    const run = this.running.then(() =>
      this.worker.call<Backup>({ verb: 'backup', ...options } satisfies ToCompactor),
    )
    this.running = run.then(() => {}).catch(() => {})
    return run
  }

  /** Changes what was stored, once everything that was received until now is in the files. */
  change<T>(change: Change): Promise<T> {
    const run = this.running.then(async () => {
      const failure = (await this.once()).find(({ site }) => site === change.site)
      if (failure) throw new AppError('unavailable', failure.message)
      const result = await this.worker.call<T>(change)
      if (change.verb === 'erase') await this.log.scrub()
      return result
    })
    this.running = run.then(() => {}).catch(() => {})
    return run
  }

  watch({ lookEvery, maxRows, maxAge }: Required<SegmentStoreOptions>): NodeJS.Timeout {
    const reader = new LogReader(this.dataDir)
    let oldest = { received: 0, looks: 0 }
    let busy = false
    const look = async () => {
      if (busy) return
      const waiting = reader.waiting()
      oldest = { received: waiting.oldest, looks: oldest.received === waiting.oldest ? oldest.looks + 1 : 0 }
      if (waiting.rows < maxRows && (waiting.rows === 0 || oldest.looks * lookEvery < maxAge)) return
      busy = true
      await this.compact().catch(error => serverLog.error({ error: String(error) }, 'compaction failed'))
      busy = false
    }
    return setInterval(look, lookEvery).unref()
  }

  async close(): Promise<void> {
    await this.running
    await this.worker.close()
  }

  private async once(): Promise<Compacted['failures']> {
    const { contained, failures } = await this.worker.call<Compacted>({ verb: 'compact' })
    if (contained > 0) await this.log.trim(contained)
    for (const failure of failures) serverLog.error(failure, 'a site could not be compacted')
    return failures
  }
}
