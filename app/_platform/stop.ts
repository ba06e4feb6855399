import type { Server } from 'node:http'
import { log } from './log'

/** After this long a stop no longer waits for anybody: 10 s. */
const patience = 10_000

/** Stops taking connections and resolves when every request at hand has been answered. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })

/**
 * On SIGTERM and SIGINT: runs the steps in order, once, and ends the process; 0 when all went well. A second signal
 * or a step that hangs ends it at once with 1.
 */
export function stopGracefully(steps: [string, () => Promise<unknown> | unknown][]): void {
  let stopping = false
  async function stop(signal: string): Promise<void> {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.error('a step of the stop did not end in time')
      process.exit(1)
    }, patience).unref()
    let code = 0
    for (const [what, step] of steps) {
      try {
        await step()
      } catch (error) {
        code = 1
        log.error({ what, err: error }, 'a step of the stop failed')
      }
    }
    process.exit(code)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}
