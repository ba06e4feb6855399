import { diffArrays, diffWordsWithSpace } from 'diff'

/** One paragraph, heading or item of a legal text, as words only. */
export type Block = { kind: 'heading' | 'paragraph'; text: string }

/** A run of words of one block: in both versions, or in one of them alone. */
export type Run = { change: 'same' | 'added' | 'removed'; text: string }

export type ChangedBlock = {
  kind: Block['kind']
  change: 'same' | 'changed' | 'added' | 'removed'
  runs: Run[]
}

/** The blocks of an MDX source, without marks, tags and link targets. */
export function blocksOf(source: string): Block[] {
  return source
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/)
    .map(raw => ({
      kind: /^#/.test(raw.trim()) ? ('heading' as const) : ('paragraph' as const),
      text: words(raw),
    }))
    .filter(({ text }) => text !== '')
}

const words = (raw: string): string =>
  raw
    .trim()
    .replace(/<[A-Za-z/][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(#+|[-*]|\d+\.)\s+/, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll("'", '’')
    .trim()

/**
 * What changed between two versions, in reading order: whole blocks that came or went, and within a block that
 * stayed alike the words that did.
 */
export function differenceOf(before: string, after: string): ChangedBlock[] {
  const text = ({ kind, text }: Block) => `${kind} ${text}`
  const [old, fresh] = [blocksOf(before), blocksOf(after)]
  const parts = diffArrays(old.map(text), fresh.map(text))
  const result: ChangedBlock[] = []
  let [at, now] = [0, 0]
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!
    const next = parts[index + 1]
    if (part.removed) {
      const gone = old.slice(at, at + part.value.length)
      const came = next?.added ? fresh.slice(now, now + next.value.length) : []
      result.push(...replaced(gone, came))
      at += gone.length
      now += came.length
      if (next?.added) index++
    } else {
      const blocks = fresh.slice(now, now + part.value.length)
      const change = part.added ? ('added' as const) : ('same' as const)
      result.push(...blocks.map(({ kind, text }) => ({ kind, change, runs: [{ change, text }] })))
      now += blocks.length
      if (!part.added) at += blocks.length
    }
  }
  return result
}

/** Blocks with at least this share of letters in common are shown as one. */
const alike = 0.35

/** Pairs what went with what came in its place: alike blocks are shown as one with its words marked. */
function replaced(gone: Block[], came: Block[]): ChangedBlock[] {
  const result: ChangedBlock[] = []
  const left = [...gone]
  for (const block of came) {
    const index = left.findIndex(
      other => other.kind === block.kind && likeness(other.text, block.text) >= alike,
    )
    const whole = ({ kind, text }: Block, change: 'added' | 'removed'): ChangedBlock => ({
      kind,
      change,
      runs: [{ change, text }],
    })
    if (index < 0) result.push(whole(block, 'added'))
    else {
      result.push(...left.splice(0, index).map(other => whole(other, 'removed')))
      const [other] = left.splice(0, 1)
      result.push({ kind: block.kind, change: 'changed', runs: runsOf(other!.text, block.text) })
    }
  }
  return [
    ...result,
    ...left.map(({ kind, text }) => ({
      kind,
      change: 'removed' as const,
      runs: [{ change: 'removed' as const, text }],
    })),
  ]
}

const runsOf = (before: string, after: string): Run[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))

/** The share of letters that two texts have in common, 0 to 1. */
function likeness(before: string, after: string): number {
  const same = runsOf(before, after).filter(({ change }) => change === 'same')
  const letters = same.reduce((sum, { text }) => sum + text.trim().length, 0)
  return letters / Math.max(before.length, after.length, 1)
}
