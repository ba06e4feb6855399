import { closeSync, openSync, readSync } from 'node:fs'
import type { Hit } from '../hit'

/** Lines longer than a hit may be on the wire. */
const longest = 64 * 1024

export type Refusals = Map<string, number>

/**
 * Reads a file of hits in the raw-export form (kissmetrics.md 1.14), one JSON object a line, as the export writes
 * them: how old they are does not matter. Names of events and properties become lower case, values text. Lines that
 * are no hit are left out and counted by reason.
 * @param received Unix ms: when they count as received
 * @param onRead gets how many bytes of the file are read
 */
export function* hitsInFile(
  file: string,
  received: number,
  refused: Refusals,
  onRead: (bytes: number) => void = () => {},
): Generator<Hit> {
  for (const line of linesOf(file, onRead)) {
    if (!line.trim()) continue
    const hit = hitOf(line, received)
    if (typeof hit === 'string') refused.set(hit, (refused.get(hit) ?? 0) + 1)
    else yield hit
  }
}

function hitOf(line: string, received: number): Hit | string {
  if (line.length > longest) return 'longer than 64 kB'
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return 'not JSON'
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'not an object'
  const { _p, _p2, _n, _t, ...rest } = given as Record<string, unknown>
  const at = Number(_t)
  if (!Number.isFinite(at) || at <= 0 || at > 8.64e12) return 'no time in _t (Unix seconds)'
  const hit: Hit = { _t: Math.floor(at), _r: received }
  if (_p !== undefined && _p !== '') hit._p = String(_p).slice(0, 255)
  if (_p2 !== undefined) {
    if (!hit._p || _p2 === '') return 'an alias without two identities'
    hit._p2 = String(_p2).slice(0, 255)
  } else if (_n !== undefined && _n !== '') hit._n = String(_n).toLowerCase().slice(0, 255)
  else if (!hit._p) return 'properties of nobody'
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith('_') || value === null || typeof value === 'object') continue
    hit[name.toLowerCase()] = String(value)
  }
  return hit
}

function* linesOf(file: string, onRead: (bytes: number) => void): Generator<string> {
  const open = openSync(file, 'r')
  try {
    const decoder = new TextDecoder()
    const piece = Buffer.alloc(1024 * 1024)
    let rest = ''
    let bytes = 0
    for (let read = readSync(open, piece); read > 0; read = readSync(open, piece)) {
      bytes += read
      const lines = (rest + decoder.decode(piece.subarray(0, read), { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
      onRead(bytes)
    }
    if (rest) yield rest
  } finally {
    closeSync(open)
  }
}
