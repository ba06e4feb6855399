/**
 * What was measured while the store was designed: two cores, Node 20, Debian 12, SQLite through libsql, 256
 * senders at once, each answered after the commit (`synchronous=FULL`); ± 30 %. Events a second.
 */
export const writes = [
  { name: 'No index', from: 135_000, to: 163_000 },
  { name: 'Two indexes', from: 38_000, to: 38_000 },
  { name: 'Three indexes', from: 22_000, to: 22_000 },
  { name: 'An ORM’s bulk insert', from: 4_000, to: 4_000 },
] as const

/**
 * Milliseconds for the same question on the same 10 million events of 1 million people, warm, all answers equal:
 * columns in SQLite on one core, DuckDB and ClickHouse 26 on two, rows in SQLite on one. [lowest, highest]
 */
export const reads = [
  {
    name: 'Count and people by day, 30 days',
    columns: [5, 5],
    duckdb: [44, 47],
    clickhouse: [27, 51],
    rows: [447, 447],
  },
  {
    name: 'Top values with people',
    columns: [13, 13],
    duckdb: [52, 184],
    clickhouse: [90, 169],
    rows: [2000, 2900],
  },
  {
    name: 'Funnel of 4 steps',
    columns: [76, 101],
    duckdb: [797, 919],
    clickhouse: [615, 1322],
    rows: [14000, 14000],
  },
  {
    name: 'Retention, 12 × 12 weeks',
    columns: [38, 38],
    duckdb: [299, 299],
    clickhouse: [312, 772],
    rows: [3200, 3200],
  },
  {
    name: 'Did one thing, not another',
    columns: [10, 10],
    duckdb: [78, 78],
    clickhouse: [67, 141],
    rows: [1100, 1100],
  },
  {
    name: 'What comes next',
    columns: [14, 14],
    duckdb: [368, 368],
    clickhouse: [664, 792],
    rows: [1800, 1800],
  },
] as const
