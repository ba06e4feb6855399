import { join } from 'node:path'
import Database from 'libsql'
import { log } from './log'

/**
 * Calls back within a second after any process has committed to app.db: what is held in memory is refreshed then,
 * also when a command line tool made the change.
 * @returns a function that stops watching
 */
export function watchDb(dataDir: string, changed: () => void): () => void {
  const file = new Database(join(dataDir, 'app.db'), { timeout: 1000 })
  // Once set it stays with the file: readers and the one writer then never wait for each other.
  file.exec('PRAGMA journal_mode = WAL')
  const version = file.prepare('PRAGMA data_version')
  const read = () => (version.get() as { data_version: number }).data_version
  let seen = read()
  const timer = setInterval(() => {
    try {
      const now = read()
      if (now === seen) return
      seen = now
      changed()
    } catch (error) {
      log.warn({ err: error }, 'app.db could not be watched this time')
    }
  }, 1000)
  timer.unref()
  return () => {
    clearInterval(timer)
    file.close()
  }
}
