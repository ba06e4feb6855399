import { refused } from './consent'
import { endpoint } from './endpoint'
import { KM } from './library'
import { safe } from './safe'
import { isFunction } from './send'
import { config } from './settings'
import type { Entry } from './types'

/** Entries that must wait for the part of the library that knows them. */
let waiting: Entry[] | 0

/** Runs an entry now; one that the core does not know waits, with all after it, for the rest of the library. */
export const command = safe((entry: Entry): void => {
  if (waiting) waiting.push(entry)
  else if (!config.m || refused() || ((entry as unknown[])[0] as string) in KM)
    if (isFunction(entry)) entry()
    else (KM[entry.shift() as string] as (...given: unknown[]) => void)(...entry)
  else {
    const script = document.createElement('script')
    script.src = endpoint.replace(/c\?.*/, config.m)
    script.onload = script.onerror = () => {
      const entries = waiting as Entry[]
      waiting = 0
      config.m = ''
      entries.forEach(command)
    }
    document.head.append(script)
    waiting = [entry]
  }
})
