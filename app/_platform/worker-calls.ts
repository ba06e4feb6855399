import type { MessagePort, Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from './errors'
import { startWorker, type WorkerName } from './workers'

type Call = { id: number; request: unknown }
type Failure = { message: string; code?: ErrorCode; field?: string }
type Reply = { id: number; value?: unknown; failure?: Failure }
type Pending = { resolve: (value: never) => void; reject: (error: Error) => void }

/** Calls into a worker thread. One that died is started again by the next call. */
export class WorkerCalls {
  private worker: Worker | undefined
  private lastId = 0
  private closed = false
  private readonly pending = new Map<number, Pending>()

  constructor(
    private readonly name: WorkerName,
    private readonly workerData: unknown,
  ) {}

  /**
   * @param transfer buffers in the request that the thread takes over instead of getting a copy
   * @throws AppError what the worker threw, or 'unavailable' when it died before it answered
   * @throws Error for a bug in the worker
   */
  call<T>(request: unknown, transfer: readonly ArrayBuffer[] = []): Promise<T> {
    if (this.closed) return Promise.reject(new AppError('unavailable', `The ${this.name} worker is closed`))
    this.worker ??= this.start()
    // Only a thread that owes an answer keeps the process alive.
    this.worker.ref()
    const id = ++this.lastId
    return new Promise<T>((resolve, reject) => {
      this.pending.set(id, { resolve, reject })
      this.worker?.postMessage({ id, request } satisfies Call, transfer)
    })
  }

  /** Waits for what was asked, then ends the thread. */
  async close(): Promise<void> {
    this.closed = true
    while (this.pending.size) await new Promise(resolve => setTimeout(resolve, 5))
    await this.worker?.terminate()
  }

  private start(): Worker {
    const worker = startWorker(this.name, this.workerData)
    let failure: Error | undefined
    worker.on('message', (reply: Reply) => this.settle(reply))
    worker.on('error', error => {
      failure = error
    })
    worker.on('exit', () => this.lose(worker, failure))
    return worker
  }

  private settle({ id, value, failure }: Reply): void {
    const waiting = this.pending.get(id)
    this.pending.delete(id)
    if (!this.pending.size) this.worker?.unref()
    if (failure) waiting?.reject(toError(failure))
    else waiting?.resolve(value as never)
  }

  private lose(worker: Worker, failure: Error | undefined): void {
    if (this.worker === worker) this.worker = undefined
    const message = `The ${this.name} worker died${failure ? `: ${failure.message}` : ''}`
    for (const { reject } of this.pending.values()) reject(new AppError('unavailable', message))
    this.pending.clear()
  }
}

const toError = ({ message, code, field }: Failure): Error =>
  code ? new AppError(code, message, field) : new Error(message)

/** The worker's side: answers each call with what `handle` returns or throws, one after the other. */
export function answerCalls(port: MessagePort | null, handle: (request: never) => unknown): void {
  if (!port) throw new Error('This module runs as a worker thread')
  port.on('message', ({ id, request }: Call) => {
    try {
      port.postMessage({ id, value: handle(request as never) } satisfies Reply)
    } catch (error) {
      port.postMessage({ id, failure: toFailure(error) } satisfies Reply)
    }
  })
}

function toFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    const { message, code, field } = error
    return { message, code, field }
  }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
