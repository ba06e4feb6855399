import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = 'e2e/bench/engines'
const load = createRequire(join(process.cwd(), folder, 'package.json'))

/** A database that answers SQL with rows of numbers and texts. */
export type Engine = {
  name: string
  query(sql: string): Promise<unknown[][]>
  close(): void
}

/** Installs both engines, 600 MB, unless they are there. @returns whether they are */
export function installEngines(): boolean {
  if (existsSync(join(folder, 'node_modules/chdb')) && existsSync(join(folder, 'node_modules/@duckdb')))
    return true
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  return spawnSync('npm', options, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

/** DuckDB with its data in a file, as many threads as it likes. */
export async function duckdb(dir: string): Promise<Engine> {
  const { DuckDBInstance } = load('@duckdb/node-api') as {
    DuckDBInstance: { create(file: string): Promise<{ connect(): Promise<DuckConnection> }> }
  }
  const connection = await (await DuckDBInstance.create(join(dir, 'compare.duckdb'))).connect()
  return {
    name: 'DuckDB',
    query: async sql => (await connection.runAndReadAll(sql)).getRowsJson(),
    close: () => connection.closeSync(),
  }
}

type DuckConnection = {
  runAndReadAll(sql: string): Promise<{ getRowsJson(): unknown[][] }>
  closeSync(): void
}

/** ClickHouse inside this process, with its data in a folder. */
export function clickhouse(dir: string): Engine {
  const { Session } = load('chdb') as { Session: new (dir: string) => ChdbSession }
  const session = new Session(join(dir, 'clickhouse'))
  return {
    name: 'ClickHouse',
    query: async sql => {
      const answer = session.query(sql, 'JSONCompact')
      return answer ? (JSON.parse(answer) as { data: unknown[][] }).data : []
    },
    close: () => session.cleanup(),
  }
}

type ChdbSession = { query(sql: string, format: string): string; cleanup(): void }
