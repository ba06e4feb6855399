import type { Server } from 'node:http'
import { log } from './log'

/** After this long a stop no longer waits for anybody: 10 s. */
const patience = 10_000

/**
 * Stops taking connections and resolves when every request at hand has been answered. Connections that stay open
 * are told to close with their next answer, or closed when they are idle: a busy sender would hold the stop up.
 */
export const closeServer = (server: Server): Promise<void> =>
  new Promise(resolve => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false
    })
    server.close(() => {
      clearInterval(idle)
      resolve()
    })
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
