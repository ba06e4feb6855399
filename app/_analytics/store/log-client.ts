import type { Worker } from 'node:worker_threads'
import { AppError } from '@/_platform/errors'
import { startWorker } from '@/_platform/workers'
import type { FromWriter, ToWriter } from './log-messages'

/** Hits in one commit at most, so that a commit stays short under a flood. */
const maxBatch = 4096
/** Bytes of memory, about, that waiting hits may take; beyond that a hit is refused rather than kept. */
const maxWaiting = 64 * 1024 * 1024
/** What a waiting hit takes besides its line. */
const overhead = 512
const restartDelay = 250

type Waiting = {
  site: string
  received: number
  line: string
  id?: string
  settle: (error?: AppError) => void
}

export type Log = {
  /**
   * Resolves once the hit is committed and fsynced. A repeat of a recent `insertId` of the same site resolves
   * without storing again, and not before the first is durable.
   * @param received Unix ms, UTC
   * @param line the hit as one line of JSON
   * @throws AppError 'unavailable' when it can't be made durable: disk full, queue full, writer gone, closed
   */
  append(site: string, received: number, line: string, insertId?: string): Promise<void>
  /** Forgets rows up to and including `toSeq`, in pieces that let appends pass. */
  trim(toSeq: number): Promise<void>
  /**
   * Leaves nothing of the rows that were trimmed in the file's bytes.
   * @throws AppError 'unavailable' when a reader keeps them for too long
   */
  scrub(): Promise<void>
  /** Commits what waits, then closes the file. */
  close(): Promise<void>
}

/**
 * The log of a data folder, written by one worker thread: it commits whatever is waiting, at once; while it
 * does, the main thread gathers the next batch.
 * @throws Error with a clear sentence when the log can't be opened
 */
export async function openLog(dataDir: string): Promise<Log> {
  const client = new LogClient(dataDir)
  await client.start()
  return client
}

class LogClient implements Log {
  private worker: Worker | undefined
  private waiting: Waiting[] = []
  private inFlight: Waiting[] | undefined
  private waitingSize = 0
  private flushing = false
  private closing = false
  private readonly tasks = new Map<number, (error?: AppError) => void>()
  private lastTask = 0
  private idle: (() => void) | undefined

  constructor(private readonly dataDir: string) {}

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = startWorker('log-writer', { dataDir: this.dataDir })
      const lost = (reason: string) => {
        if (this.worker === worker) this.lose(reason)
        reject(new Error(reason))
      }
      worker.on('message', (message: FromWriter) => {
        if (message.kind === 'ready') {
          this.worker = worker
          resolve()
          this.flush()
        } else if (message.kind === 'fatal') reject(new Error(message.error))
        else if (message.kind === 'batch') this.batchDone(message.error)
        else this.taskDone(message.task, message.error)
      })
      worker.on('error', error => lost(`The log writer failed: ${error.message}`))
      worker.on('exit', () => lost('The log writer ended'))
    })
  }

  append(site: string, received: number, line: string, id?: string): Promise<void> {
    if (this.closing || !this.worker) return Promise.reject(unavailable('The log is not open'))
    if (this.waitingSize + line.length + overhead > maxWaiting) {
      return Promise.reject(unavailable('Too many hits are waiting for the disk'))
    }
    this.waitingSize += line.length + overhead
    return new Promise((resolve, reject) => {
      const settle = (error?: AppError) => (error ? reject(error) : resolve())
      this.waiting.push({ site, received, line, id, settle })
      if (this.flushing || this.inFlight) return
      // At the end of this turn of the event loop: everything that arrived in it goes into one commit.
      this.flushing = true
      setImmediate(() => {
        this.flushing = false
        this.flush()
      })
    })
  }

  trim(toSeq: number): Promise<void> {
    return this.task(task => ({ kind: 'trim', toSeq, task }))
  }

  scrub(): Promise<void> {
    return this.task(task => ({ kind: 'scrub', task }))
  }

  async close(): Promise<void> {
    if (this.closing) return
    this.closing = true
    if (this.waiting.length || this.inFlight) {
      await new Promise<void>(resolve => {
        this.idle = resolve
        this.flush()
      })
    }
    const { worker } = this
    if (!worker) return
    const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()))
    this.tell({ kind: 'close' })
    await ended
  }

  private task(message: (task: number) => ToWriter): Promise<void> {
    if (!this.worker) return Promise.reject(unavailable('The log is not open'))
    const task = ++this.lastTask
    return new Promise((resolve, reject) => {
      this.tasks.set(task, error => (error ? reject(error) : resolve()))
      this.tell(message(task))
    })
  }

  private tell(message: ToWriter): void {
    this.worker?.postMessage(message)
  }

  private flush(): void {
    if (this.inFlight || !this.worker || !this.waiting.length) return
    const batch = this.waiting.length > maxBatch ? this.waiting.splice(0, maxBatch) : this.waiting.splice(0)
    this.inFlight = batch
    const sites = []
    const received = []
    const lines = []
    const ids = []
    for (const hit of batch) {
      sites.push(hit.site)
      received.push(hit.received)
      lines.push(hit.line)
      ids.push(hit.id)
    }
    this.tell({ kind: 'batch', sites, received, lines, ids })
  }

  private batchDone(error?: string): void {
    const batch = this.inFlight ?? []
    this.inFlight = undefined
    // The next batch first: the disk works on it while the answers of this one go out.
    this.flush()
    this.settle(batch, error)
    if (!this.inFlight && !this.waiting.length) this.idle?.()
  }

  private settle(batch: Waiting[], error?: string): void {
    const failure = error === undefined ? undefined : unavailable(error)
    for (const hit of batch) {
      this.waitingSize -= hit.line.length + overhead
      hit.settle(failure)
    }
  }

  private taskDone(task: number, error?: string): void {
    this.tasks.get(task)?.(error === undefined ? undefined : unavailable(error))
    this.tasks.delete(task)
  }

  /** Nobody knows whether the batch in flight was committed, so it is refused, and so is what waits behind it. */
  private lose(reason: string): void {
    this.worker = undefined
    const lost = [...(this.inFlight ?? []), ...this.waiting.splice(0)]
    this.inFlight = undefined
    this.settle(lost, reason)
    for (const task of [...this.tasks.keys()]) this.taskDone(task, reason)
    this.idle?.()
    if (!this.closing) this.restart()
  }

  private restart(): void {
    setTimeout(() => {
      if (!this.closing) this.start().catch(() => this.restart())
    }, restartDelay).unref()
  }
}

const unavailable = (message: string) => new AppError('unavailable', message)
