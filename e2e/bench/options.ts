import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'

export const parts = ['start', 'collector', 'pages', 'kill', 'reports', 'engines'] as const
export type Part = (typeof parts)[number]

export type Options = {
  parts: Part[]
  /** How long each load lasts. */
  seconds: number
  connections: number[]
  /** Sizes of the sites that reports are timed on, in hits. */
  events: number[]
  /** How often the server is killed under load. */
  kills: number
  port: number
  /** Makes the sites for the reports anew instead of using those of an earlier run. */
  fresh: boolean
  tool: 'wrk' | 'autocannon'
}

export const usage = `npm run bench -- [PART …] [--seconds 8] [--connections 32,128] [--events 1000000,10000000]
                 [--kills 3] [--port 3150] [--fresh] [--tool wrk|autocannon]
parts: ${parts.join(' ')}; without one, all`

const isPart = (word: string): word is Part => parts.some(part => part === word)

/** @throws Error that says which word of the command line is wrong */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '8' },
      connections: { type: 'string', default: '32,128' },
      events: { type: 'string', default: '1000000,10000000' },
      kills: { type: 'string', default: '3' },
      port: { type: 'string', default: '3150' },
      fresh: { type: 'boolean', default: false },
      tool: { type: 'string', default: installed('wrk') ? 'wrk' : 'autocannon' },
    },
  })
  const wrong = positionals.find(word => !isPart(word))
  if (wrong !== undefined) throw new Error(`There is no part "${wrong}".`)
  if (values.tool !== 'wrk' && values.tool !== 'autocannon') throw new Error('--tool is wrk or autocannon.')
  return {
    parts: positionals.length > 0 ? positionals.filter(isPart) : [...parts],
    seconds: number('seconds', values.seconds, 60),
    connections: values.connections.split(',').map(text => number('connections', text, 1024)),
    events: values.events.split(',').map(text => number('events', text, 100_000_000)),
    kills: number('kills', values.kills, 20),
    port: number('port', values.port, 65_535),
    fresh: values.fresh,
    tool: values.tool,
  }
}

/** Everything is bounded, so that a slip of the finger loads nothing for an hour. */
function number(name: string, text: string, most: number): number {
  const value = Number(text.replaceAll('_', ''))
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Error(`--${name} takes whole numbers from 1 to ${most}, not "${text}".`)
  return value
}

const installed = (command: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, command)))
