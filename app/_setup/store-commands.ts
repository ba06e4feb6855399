import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { siteById } from '@/_analytics/demo/demo.data'
import { backup, restore } from '@/_analytics/store/backup'
import { bulkWriteAside } from '@/_analytics/store/bulk'
import { checkSite } from '@/_analytics/store/check'
import type { EventStore } from '@/_analytics/store/event-store'
import { hitsInFile } from '@/_analytics/store/import'
import { rebuildSite } from '@/_analytics/store/rebuild'
import { openSegmentStore } from '@/_analytics/store/segments'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { lockDataDir } from '@/_platform/lock'
import { progressLine } from '../../prisma/progress'

/** A command on what is stored. */
type Command = {
  usage: string
  /** It may be run while the service is. */
  beside?: true
  run: (words: string[]) => void | Promise<void>
}

const say = (line: string) => process.stdout.write(`${line}\n`)

export const storeCommands: Record<string, Command> = {
  backup: {
    usage: 'backup [FOLDER]',
    beside: true,
    run: ([into = env.BACKUP_DIR ?? join(env.DATA_DIR, 'backups')]) => {
      const keep = Math.max(1, env.BACKUP_KEEP)
      const { folder, files, bytes } = backup(env.DATA_DIR, { into, at: systemClock(), keep })
      say(`  ${folder}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB`)
    },
  },
  restore: {
    usage: 'restore BACKUP',
    run: ([folder]) => {
      const aside = restore(env.DATA_DIR, needed(folder), systemClock())
      say(`  ${env.DATA_DIR} is as it was backed up.${aside ? ` What was there is in ${aside}.` : ''}`)
    },
  },
  check: {
    usage: 'check [SITE]',
    run: ([site]) => {
      let problems = 0
      for (const one of site ? [site] : sitesHere()) {
        const found = checkSite(env.DATA_DIR, one)
        problems += found.length
        say(`  ${one}: ${found.length ? '' : 'whole'}`)
        for (const problem of found) say(`    ${problem}`)
      }
      if (problems) process.exitCode = 1
    },
  },
  rebuild: {
    usage: 'rebuild SITE',
    run: async ([site]) => {
      const id = needed(site)
      await compacted()
      let line: ReturnType<typeof progressLine> | undefined
      const hits = rebuildSite(env.DATA_DIR, id, (done, of) => {
        line ??= progressLine(id, of)
        line.at(done)
      })
      line?.end(hits)
    },
  },
  erase: {
    usage: 'erase SITE IDENTITY',
    run: async ([site, identity]) => {
      const [id, name] = [needed(site), needed(identity)]
      const { identities, hits } = await withStore(store => store.erasePerson(id, name))
      say(`  ${hits} hits of ${identities.length} identities were erased.`)
    },
  },
  import: {
    usage: 'import SITE FILE',
    run: async ([site, file]) => {
      const [id, path] = [needed(site), needed(file)]
      if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
      if (!(await siteById(id))) throw new Error(`There is no site with the id ${id} in ${env.DATA_DIR}.`)
      await compacted()
      const refused = new Map<string, number>()
      const line = progressLine(id, statSync(path).size, 'bytes')
      const hits = hitsInFile(path, systemClock(), refused, line.at)
      line.end(await bulkWriteAside(env.DATA_DIR, id, hits))
      for (const [reason, count] of refused) say(`  ${count.toLocaleString('en')} lines left out: ${reason}`)
    },
  },
}

/**
 * Runs a command; most of them only while nothing else uses the data folder.
 * @throws Error with a sentence for the person who typed it
 */
export async function runStoreCommand({ run, usage, beside }: Command, words: string[]): Promise<void> {
  const release = beside ? () => {} : lockDataDir(env.DATA_DIR)
  try {
    await run(words)
  } catch (error) {
    if (error instanceof MissingWord) throw new Error(`Usage: npm run site -- ${usage}`)
    throw error
  } finally {
    release()
  }
}

class MissingWord extends Error {}

function needed(word: string | undefined): string {
  if (!word) throw new MissingWord()
  return word
}

const sitesHere = (): string[] =>
  readdirSync(join(env.DATA_DIR, 'sites')).flatMap(name => /^(.+)\.db$/.exec(name)?.[1] ?? [])

/** Moves what stands in the log into the sites' files, and leaves nothing of it in the log. */
const compacted = () => withStore(store => store.compact())

async function withStore<T>(work: (store: EventStore) => Promise<T>): Promise<T> {
  const store = await openSegmentStore(env.DATA_DIR, { lookEvery: 0 })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
