import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { statements } from './statements'

type Bindings = { __wbg_set_wasm(exports: WebAssembly.Exports): void; SchemaEngine: typeof SchemaEngine }

/** Prisma's schema engine on one database file. */
export type Engine = {
  run: SchemaEngine
  /** The last statement that the database refused, with its reason. */
  refused(): { statement: string; reason: string } | undefined
  /** The engine never closes its connections; this does. */
  close(): Promise<void>
}

/**
 * Opens Prisma's schema engine, as WebAssembly, on a database.
 * @param url `file:…` or `:memory:`
 * @param datamodels pairs of file name and content of the Prisma schema
 */
export async function openEngine(url: string, datamodels: [string, string][]): Promise<Engine> {
  loaded ??= loadWasm()
  const { SchemaEngine } = await loaded
  let refused: { statement: string; reason: string } | undefined
  const adapters: SqlDriverAdapter[] = []
  const watch = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting
    adapters.push(adapter)
    return oneByOne(adapter, (statement, reason) => {
      refused = { statement, reason }
    })
  }
  const libsql = new PrismaLibSql({ url, timeout: 1000 } as { url: string })
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: libsql.provider,
    adapterName: libsql.adapterName,
    connect: () => watch(libsql.connect()),
    connectToShadowDb: () => watch(libsql.connectToShadowDb()),
  }
  const run = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  return {
    run,
    refused: () => refused,
    async close() {
      for (const adapter of adapters) await adapter.dispose()
    },
  }
}

/** One instance for the process: the glue code keeps views of its memory. */
let loaded: Promise<Bindings> | undefined

/** The package's own entry imports `.wasm` as a module, which Node 20 cannot do. */
async function loadWasm(): Promise<Bindings> {
  const glue = bindings as unknown as Bindings
  const resolve = createRequire(import.meta.url).resolve
  const file = join(resolve('@prisma/schema-engine-wasm/schema_engine_bg'), '..', 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  return glue
}

/**
 * The engine hands over whole scripts, sometimes where the driver runs only the first statement. Here each
 * statement runs alone, so that the one which fails can be named.
 */
function oneByOne(
  adapter: SqlDriverAdapter,
  onRefusal: (statement: string, reason: string) => void,
): SqlDriverAdapter {
  const runScript = async (script: string): Promise<number> => {
    let affected = 0
    for (const sql of statements(script)) {
      try {
        affected = await adapter.executeRaw({ sql, args: [], argTypes: [] })
      } catch (error) {
        onRefusal(sql, reasonOf(error))
        throw error
      }
    }
    return affected
  }
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: query => adapter.queryRaw(query),
    executeRaw: query => (query.args.length ? adapter.executeRaw(query) : runScript(query.sql)),
    executeScript: async script => {
      await runScript(script)
    },
    startTransaction: level => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: () => adapter.dispose(),
  }
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { originalMessage?: string; message?: string } }).cause
  return cause?.originalMessage ?? cause?.message ?? String(error)
}
