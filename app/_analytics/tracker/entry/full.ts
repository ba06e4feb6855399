import { install } from '../more/install'
import { start } from '../page/core'
import { takeOver } from '../page/queue'

/** Kissmetrics' library waits for the document, which may still be queueing, but not for more than a second. */
start(queue => {
  install()
  const go = () => {
    if (window._kmq === queue) takeOver(queue)
  }
  window._kmq = queue
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', go)
    setTimeout(go, 1000)
  } else go()
})

window._kmil = () => {}
