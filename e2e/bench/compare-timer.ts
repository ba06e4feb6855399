import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openSegmentStore } from '@/_analytics/store/segments'
import { SiteReader } from '@/_analytics/store/site-reader'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { clickhouse, duckdb, type Engine } from './engines/engines'
import { type Question, questions, rowsOf } from './questions'

/** What this script prints, as one line of JSON. Times are ms, each the best of several. */
export type Compared = {
  what: string
  ours: number
  others: { name: string; ms: number; agrees: boolean }[]
}[]

const repeats = 15
const [site = ''] = process.argv.slice(2)
const asked = questions(systemClock())
const dir = mkdtempSync(join(resolve(env.DATA_DIR), 'compare-'))

async function best<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  let ms = Number.POSITIVE_INFINITY
  let answer: T | undefined
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const began = performance.now()
    answer = await work()
    if (repeat > 0) ms = Math.min(ms, performance.now() - began)
  }
  return { ms, answer: answer as T }
}

function writeRows(): string {
  const file = join(dir, 'rows.tsv')
  const open = openSync(file, 'w')
  const reader = new SiteReader(env.DATA_DIR, site)
  reader.read(source => {
    for (const text of rowsOf(source)) writeSync(open, text)
  })
  reader.close()
  closeSync(open)
  return file
}

async function loaded(rows: string): Promise<[Engine, keyof Question['sql']][]> {
  const duck = await duckdb(dir)
  await duck.query(
    `CREATE TABLE e AS SELECT * FROM read_csv('${rows}', delim='\t', header=false, quote='',
       columns={'event': 'VARCHAR', 'person': 'UINTEGER', 'sec': 'UINTEGER'}) ORDER BY event, sec`,
  )
  const click = clickhouse(dir)
  await click.query('CREATE DATABASE IF NOT EXISTS bench')
  await click.query('USE bench')
  await click.query(
    'CREATE TABLE e (event LowCardinality(String), person UInt32, sec UInt32) ENGINE = MergeTree ORDER BY (event, sec, person)',
  )
  await click.query(
    `INSERT INTO e SELECT * FROM file('${rows}', TSV, 'event String, person UInt32, sec UInt32')`,
  )
  await click.query('OPTIMIZE TABLE e FINAL')
  return [
    [duck, 'duckdb'],
    [click, 'clickhouse'],
  ]
}

const plain = (rows: unknown[][]) => JSON.stringify(rows.map(row => row.map(Number)))

try {
  const engines = await loaded(writeRows())
  const store = await openSegmentStore(env.DATA_DIR, { lookEvery: 0 })
  const compared: Compared = []
  for (const { what, query, numbers, sql } of asked) {
    const ours = await best(() => store.query(site, query))
    const wanted = plain(numbers(ours.answer as never))
    const others: Compared[number]['others'] = []
    for (const [engine, dialect] of engines) {
      const { ms, answer } = await best(() => engine.query(sql[dialect]))
      const agrees = plain(answer) === wanted
      if (!agrees) console.error(`${engine.name}, ${what}: ${plain(answer)}, ours ${wanted}`)
      others.push({ name: engine.name, ms, agrees })
    }
    compared.push({ what, ours: ours.ms, others })
  }
  await store.close()
  for (const [engine] of engines) engine.close()
  console.log(JSON.stringify(compared))
} finally {
  rmSync(dir, { recursive: true, force: true })
}
process.exit()
