import type { FinishedDraft } from './draft'

/**
 * Properties of one person in one second agree: of each property that rows of that second share, all get the
 * value received last (kissmetrics.md 1.7, where which one survives is left open). Changes the draft.
 * @param numbers person number of each of the draft's identities
 * @param order the rows by person and time
 */
export function agree(draft: FinishedDraft, numbers: Uint32Array, order: Uint32Array): void {
  const { person, at } = draft.columns
  let from = 0
  for (let i = 1; i <= order.length; i++) {
    const first = order[from] as number
    const row = order[i]
    const number = numbers[person[first] as number]
    if (
      row !== undefined &&
      numbers[person[row] as number] === number &&
      Math.floor((at[row] as number) / 1000) === Math.floor((at[first] as number) / 1000)
    ) {
      continue
    }
    if (i - from > 1 && number !== 0) agreeWithin(draft, order.slice(from, i).sort())
    from = i
  }
}

/** @param rows of one person and second, in receive order; bots agree among themselves */
function agreeWithin(draft: FinishedDraft, rows: Uint32Array): void {
  const { bot, cellStart, cellProperty, cellValue } = draft.columns
  const last = new Map<number, number>()
  for (const settle of [false, true]) {
    for (const row of rows) {
      const end = cellStart[row + 1] as number
      for (let cell = cellStart[row] as number; cell < end; cell++) {
        const key = (cellProperty[cell] as number) * 2 + (bot[row] as number)
        if (settle) cellValue[cell] = last.get(key) as number
        else last.set(key, cellValue[cell] as number)
      }
    }
  }
}
