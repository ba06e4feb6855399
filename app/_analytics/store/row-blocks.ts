import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Hit } from '../hit'
import type { FinishedDraft } from './draft'
import type { SiteDb } from './site-file'

/** Bytes of text in a block: large enough to compress well, small enough to read one person's. */
const blockSize = 64 * 1024

/**
 * Writes the run's raw lines, clustered by person, as deflated blocks of text: each line is preceded by its
 * place in the run's receive order and a tab.
 * @param order the rows by person
 * @param person the person number of each row
 */
export function writeBlocks(
  db: SiteDb,
  run: number,
  draft: FinishedDraft,
  order: Uint32Array,
  person: (row: number) => number,
): void {
  const insert = db.prepare(
    'INSERT INTO block (run, part, first_person, last_person, data) VALUES (?, ?, ?, ?, ?)',
  )
  let parts: Uint8Array[] = []
  let size = 0
  let first = 0
  let part = 0
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number
    if (size === 0) first = row
    const line = draft.line(row)
    parts.push(Buffer.from(`${draft.place(row)}\t`), line, newline)
    size += line.length
    if (size < blockSize && i + 1 < order.length) continue
    const data = deflateRawSync(Buffer.concat(parts), { level: 1 })
    insert.run(run, part, person(first), person(row), data)
    part += 1
    parts = []
    size = 0
  }
}

const newline = Buffer.from('\n')

/** The raw lines of a run in receive order, as bytes: a text of each would take twice the memory. */
export class RunLines {
  /** Places of lines; of some the line may have been erased. */
  readonly length: number
  private readonly blocks: Buffer[] = []
  private readonly block: Uint32Array
  private readonly from: Uint32Array
  private readonly to: Uint32Array

  constructor(db: SiteDb, run: number, rows: number) {
    this.length = rows
    this.block = new Uint32Array(rows)
    this.from = new Uint32Array(rows)
    this.to = new Uint32Array(rows)
    const read = db.prepare('SELECT data FROM block WHERE run = ? AND part = ?')
    for (let part = 0; ; part++) {
      const found = read.get(run, part) as { data: Uint8Array } | undefined
      if (!found) break
      this.index(inflateRawSync(found.data), part)
    }
  }

  /** The line at a place, undefined where it was erased. */
  line(row: number): string | undefined {
    if (this.to[row] === 0) return undefined
    const block = this.blocks[this.block[row] as number] as Buffer
    return block.toString('utf8', this.from[row], this.to[row])
  }

  private index(text: Buffer, part: number): void {
    this.blocks.push(text)
    for (const { place, from, to } of linesIn(text)) {
      this.block[place] = part
      this.from[place] = from
      this.to[place] = to
    }
  }
}

/** Where the lines of a block's text are, and their places in the run's receive order. */
function* linesIn(text: Buffer): Generator<{ place: number; at: number; from: number; to: number }> {
  for (let at = 0; at < text.length; ) {
    const tab = text.indexOf('\t', at)
    const to = text.indexOf('\n', tab)
    yield { place: Number(text.toString('latin1', at, tab)), at, from: tab + 1, to }
    at = to + 1
  }
}

/**
 * Takes lines out of some of a run's blocks. The others keep their places. Call it inside a transaction.
 * @returns what was taken out
 */
export function eraseLines(
  db: SiteDb,
  run: number,
  parts: Iterable<number>,
  isGone: (hit: Hit) => boolean,
): Hit[] {
  const read = db.prepare('SELECT data FROM block WHERE run = ? AND part = ?')
  const write = db.prepare('UPDATE block SET data = ? WHERE run = ? AND part = ?')
  const gone: Hit[] = []
  for (const part of parts) {
    const text = inflateRawSync((read.get(run, part) as { data: Uint8Array }).data)
    const kept: Buffer[] = []
    const before = gone.length
    for (const { at, from, to } of linesIn(text)) {
      const hit = JSON.parse(text.toString('utf8', from, to)) as Hit
      if (isGone(hit)) gone.push(hit)
      else kept.push(text.subarray(at, to + 1))
    }
    if (gone.length > before) write.run(deflateRawSync(Buffer.concat(kept), { level: 1 }), run, part)
  }
  return gone
}
