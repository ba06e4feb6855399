import { prepare } from '../page/core'
import { takeOver } from '../page/queue'

const queue = prepare()

/** The page may still be queueing: Kissmetrics' library waits for the document, but not for more than a second. */
if (queue && document.readyState === 'loading') {
  const start = () => {
    if (window._kmq === queue) takeOver(queue)
  }
  addEventListener('DOMContentLoaded', start)
  setTimeout(start, 1000)
} else if (queue) takeOver(queue)

window._kmil = () => {}
