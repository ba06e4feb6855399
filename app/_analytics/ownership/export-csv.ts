import { stringify } from 'csv-stringify/sync'

export const csvHead = ['time', 'event', 'person', 'other identity', 'properties']

/** A cell that a spreadsheet would run as a formula is quoted with an apostrophe (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Lines of the raw export as CSV, one hit a line; `properties` is JSON, because every hit has its own. */
export async function* exportCsv(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield stringify([csvHead])
  for await (const piece of pieces) {
    const rows = piece.split('\n').filter(Boolean).map(row)
    if (rows.length > 0) yield stringify(rows)
  }
}

function row(line: string): string[] {
  const {
    _t,
    _n = '',
    _p = '',
    _p2 = '',
    ...properties
  } = JSON.parse(line) as Record<string, string | number>
  return [new Date(Number(_t) * 1000).toISOString(), _n, _p, _p2]
    .map(cell => harmless(String(cell)))
    .concat(JSON.stringify(properties))
}
