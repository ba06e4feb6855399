import { parentPort, workerData } from 'node:worker_threads'
import type { FromWriter, ToWriter } from './log-messages'
import { LogWriter } from './log-writer'

const port = parentPort
if (!port) throw new Error('The log writer runs as a worker thread')

const say = (message: FromWriter) => port.postMessage(message)
const attempt = (work: () => void): string | undefined => {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
}

function serve(writer: LogWriter): void {
  const trim = (toSeq: number, task: number) => {
    let more = false
    const error = attempt(() => {
      more = writer.trim(toSeq)
    })
    // Through the event loop, so that batches that arrived meanwhile go first.
    if (more) setImmediate(trim, toSeq, task)
    else say({ kind: 'done', task, error })
  }
  port?.on('message', (message: ToWriter) => {
    if (message.kind === 'batch') {
      say({ kind: 'batch', error: attempt(() => writer.append(message)) })
      if (writer.broken) port.close()
    } else if (message.kind === 'trim') trim(message.toSeq, message.task)
    else if (message.kind === 'scrub') {
      say({ kind: 'done', task: message.task, error: attempt(() => writer.scrub()) })
    } else {
      attempt(() => writer.close())
      port.close()
    }
  })
  say({ kind: 'ready' })
}

try {
  serve(new LogWriter(workerData.dataDir as string, workerData.idCapacity as number | undefined))
} catch (error) {
  say({ kind: 'fatal', error: (error as Error).message })
}
