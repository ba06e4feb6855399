import Database from 'libsql'
import { sharedOnce } from '@/_platform/shared'

/** A page that can be found. `text` is its readable words. */
export type Findable = { href: string; kind: string; title: string; description: string; text: string }

/** `excerpt` is plain text in which the found words stand between ⟦ and ⟧. */
export type Found = { href: string; kind: string; title: string; excerpt: string }

/** A full-text index (SQLite FTS5, English stems) of pages, in memory: it is made from what the build compiled. */
export function makeIndex(pages: Findable[]): (query: string) => Found[] {
  const index = new Database(':memory:')
  index.exec(
    `CREATE VIRTUAL TABLE page USING fts5(href UNINDEXED, kind UNINDEXED, title, description, text,
      tokenize = 'porter unicode61 remove_diacritics 2')`,
  )
  const add = index.prepare('INSERT INTO page VALUES (?, ?, ?, ?, ?)')
  for (const page of pages) add.run(page.href, page.kind, page.title, page.description, page.text)
  const find = index.prepare(
    `SELECT href, kind, title, snippet(page, -1, '⟦', '⟧', '…', 24) AS excerpt
     FROM page WHERE page MATCH ? ORDER BY bm25(page, 0, 0, 8, 3, 1) LIMIT 20`,
  )
  return query => {
    const match = matchOf(query)
    return match ? (find.all(match) as Found[]) : []
  }
}

/** The process's index of a set of pages, made on first use. */
export const search = (name: string, pages: () => Findable[], query: string): Found[] =>
  sharedOnce(`search:${name}`, () => makeIndex(pages()))(query)

/** All words of the query, the last one as a beginning; quoting keeps FTS5's own operators out. */
function matchOf(query: string): string {
  const words = query.slice(0, 100).match(/[\p{L}\p{N}_]+/gu) ?? []
  return words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
}
