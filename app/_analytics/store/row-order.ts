import type { FinishedDraft } from './draft'

/** The rows of a draft by person number, then event time, then receipt. */
export function byPersonAndTime(draft: FinishedDraft, numbers: Uint32Array): Uint32Array {
  const { person, at } = draft.columns
  const rank = ranks(numbers)
  const rows = byTime(at)
  const starts = new Uint32Array(numbers.length + 1)
  for (const who of person) starts[(rank[who] as number) + 1]! += 1
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1] as number
  const order = new Uint32Array(rows.length)
  for (const row of rows) {
    const place = rank[person[row] as number] as number
    order[starts[place]!++] = row
  }
  return order
}

/** Where each number stands among all of them; equal numbers stand together. */
function ranks(numbers: Uint32Array): Uint32Array {
  const sorted = numbers.slice().sort()
  const place = new Map<number, number>()
  for (let i = 0; i < sorted.length; i++) place.set(sorted[i] as number, i)
  return numbers.map(number => place.get(number) as number)
}

/** Rows in order of time, equal times in order of receipt. Most drafts come that way. */
function byTime(at: Float64Array): Uint32Array {
  const rows = new Uint32Array(at.length).map((_, row) => row)
  if (at.every((time, row) => row === 0 || time >= (at[row - 1] as number))) return rows
  return rows.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b)
}
