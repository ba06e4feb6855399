import { log } from './log'

/**
 * Runs `step` again and again while it finds work, and looks again every second when it found none. A step that
 * throws is logged and counts as no work.
 * @param what names the loop in the log
 * @returns a function that stops it and resolves when the step at hand is finished
 */
export function poll(what: string, step: () => Promise<boolean>): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  const pause = () =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, 1000)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = (async () => {
    while (!stopped) {
      const worked = await step().catch(error => {
        log.error({ what, err: error }, 'a background step failed')
        return false
      })
      if (!worked && !stopped) await pause()
    }
  })()
  return async () => {
    stopped = true
    wake()
    await loop
  }
}
