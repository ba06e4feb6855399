/** A report's figures as a table: what its page, its CSV and its API give. Null where nothing is known. */
export type ReportTable = { name: string; head: string[]; rows: (string | number | null)[][] }

/**
 * Tables as CSV (RFC 4180), parted by an empty line. Where a text could be taken for a formula by a spreadsheet it
 * is led by an apostrophe (OWASP, "CSV Injection"); numbers are left alone.
 */
export function csvOf(tables: readonly ReportTable[]): string {
  return tables
    .map(({ head, rows }) => [head, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join(''))
    .join('\r\n')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
