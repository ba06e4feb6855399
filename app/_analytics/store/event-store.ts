import type { Answer, Query } from '../reports/queries'
import type { Backup, BackupOptions } from './backup'
import type { Erased } from './erase'
import type { Retained } from './retain'
import type { Undone } from './undo-merge'

/**
 * Where hits go and reports come from. Queries are plain data, never SQL. `segments` (this folder) needs
 * nothing but SQLite; `clickhouse` answers the same interface.
 */
export interface EventStore {
  /**
   * Resolves once the hit is committed durably (fsynced). A repeated `insertId` of the same site resolves
   * without storing again.
   * @param line the hit as JSON (see Hit)
   * @throws AppError 'unavailable' when it cannot be made durable (a full disk, a stopping server)
   */
  append(site: string, received: number, line: string, insertId?: string): Promise<void>
  /** Answers a report over everything acknowledged so far. Runs off the main thread. */
  query<Q extends Query>(site: string, query: Q): Promise<Answer<Q>>
  /** Everything stored for the site as NDJSON text chunks, in the raw-export form, ordered by receive time. */
  export(site: string): AsyncIterable<string>
  /**
   * Erases a person: everything received under `identity` and all identities it is merged with, in segments, raw
   * hits, dictionaries and the log, in a way that leaves nothing of it in the files' bytes. Takes seconds on a large
   * site; hits and reports go on meanwhile. What is received afterwards is new. Erasing somebody unknown is no error.
   * @param options.alone erases this identity only, and leaves those it is merged with (one browser of a person)
   * @throws AppError 'unavailable' when old bytes could not be let go of, because something reads them for too
   *   long: try again
   */
  erasePerson(site: string, identity: string, options?: { alone?: boolean }): Promise<Erased>
  /**
   * Takes back that two identities are one person: from now on every report, of all history, has them apart, unless
   * other merges join them. An alias that is received afterwards merges them again.
   * @param at Unix seconds
   * @returns undefined when nothing says that these two are one person
   */
  undoMerge(site: string, identities: readonly [string, string], at: number): Promise<Undone | undefined>
  /**
   * Deletes what happened before a day (days since the Unix epoch, UTC), in the same way.
   * @throws AppError 'unavailable' as erasePerson does
   */
  retain(site: string, before: number): Promise<Retained>
  /** Copies the whole data folder, while it is in use. */
  backup(options: BackupOptions): Promise<Backup>
  /** Moves everything in the log into segments now. The timer does it on its own; tests and the seed call it. */
  compact(): Promise<void>
  /** Finishes what is in flight and closes every file. */
  close(): Promise<void>
}
