import type { Segment, Source } from '../reports/source'
import { findIdentities } from './dictionary'
import { LogReader, type LogRow } from './log-reader'
import { readSiteFile, type SiteDb } from './site-file'
import { SiteMerges } from './site-merges'
import { SitePeople } from './site-people'
import { watermark } from './site-state'
import { StoredSegments } from './stored-segments'
import { Tail } from './tail'

/** What tells whether the file is as it was when the tail was built on it. */
type FileState = { watermark: number; hits: number; people: number; generation: number }

/** One site as reports see it: its file and, after that, what still stands in the log. */
export class SiteReader {
  private db: SiteDb | undefined
  private log: LogReader | undefined
  private stored: StoredSegments | undefined
  private state: FileState = { watermark: 0, hits: 0, people: 1, generation: 0 }
  private tail = this.newTail(1)
  private lastSeq = 0
  private merges = new SiteMerges()

  constructor(
    private readonly dataDir: string,
    private readonly site: string,
  ) {}

  /**
   * Runs a report over everything acknowledged so far.
   *
   * The log is read before the file. What the compactor moves between the two is then in both, and the file's
   * watermark tells which rows of the tail to drop; the other way round it could be in neither.
   * @throws AppError 'unavailable' when the site's file is of a newer version
   */
  read<T>(report: (source: Source) => T): T {
    this.log ??= LogReader.open(this.dataDir)
    const fresh = this.log?.rowsOf(this.site, this.lastSeq) ?? []
    this.open()
    this.db?.exec('BEGIN')
    try {
      this.follow(fresh)
      return report(this.source())
    } finally {
      this.db?.exec('COMMIT')
    }
  }

  close(): void {
    this.db?.close()
    this.log?.close()
  }

  /** Brings the tail to where the file and the log are now. */
  private follow(fresh: LogRow[]): void {
    const { state } = this
    const now = this.db ? fileState(this.db, this.log?.id ?? 0) : state
    if (this.db && now.generation !== state.generation) {
      this.stored = new StoredSegments(this.db)
      this.merges = new SiteMerges()
    }
    const same = (Object.keys(now) as (keyof FileState)[]).every(key => now[key] === state[key])
    const tail = same ? this.tail : this.newTail(now.people)
    const held = same ? [] : this.tail.rowsAfter(now.watermark)
    tail.add([...held, ...fresh.filter(row => row.seq > now.watermark)])
    this.tail = tail
    this.state = now
    this.lastSeq = fresh.at(-1)?.seq ?? this.lastSeq
  }

  private open(): void {
    this.db ??= readSiteFile(this.dataDir, this.site)
    if (this.db) this.stored ??= new StoredSegments(this.db)
  }

  private newTail(people: number): Tail {
    const find = (identities: readonly string[]) =>
      this.db ? findIdentities(this.db, identities) : identities.map(() => 0)
    return new Tail({ find, next: people }, (event, bot, day) => this.stored?.earlier(event, bot, day) ?? [])
  }

  private source(): Source {
    const { stored, tail } = this
    return {
      people: tail.people,
      persons: new SitePeople(this.db, tail),
      merges: this.merges.with(this.db, this.state.people, tail),
      events: () => [...new Set([...(stored?.events() ?? []), ...tail.events()])].filter(Boolean),
      properties: since => [...(stored?.properties(since) ?? []), ...tail.properties(since)],
      segments: (event, from = -1e7, to = 1e7): Segment[] => {
        const kept = stored?.of(event, 0, from, to) ?? []
        const hot = tail.of(event, 0, from, to)
        return hot.length ? [...kept, ...hot].sort((a, b) => a.day - b.day) : kept
      },
    }
  }
}

function fileState(db: SiteDb, log: number): FileState {
  const found = db
    .prepare(
      `SELECT coalesce((SELECT first + rows FROM run ORDER BY first DESC LIMIT 1), 0) AS hits,
         coalesce((SELECT max(person) FROM identity), 0) + 1 AS people, generation FROM state`,
    )
    .get() as Omit<FileState, 'watermark'>
  return { watermark: watermark(db, log), ...found }
}
