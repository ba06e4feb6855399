import { join } from 'node:path'
import Database from 'libsql'

/**
 * Calls back within a second after any process has committed to app.db: what is held in memory is refreshed then,
 * also when a command line tool made the change.
 * @returns a function that stops watching
 */
export function watchDb(dataDir: string, changed: () => void): () => void {
  const file = new Database(join(dataDir, 'app.db'), { readonly: true })
  const version = file.prepare('PRAGMA data_version')
  const read = () => (version.get() as { data_version: number }).data_version
  let seen = read()
  const timer = setInterval(() => {
    const now = read()
    if (now === seen) return
    seen = now
    changed()
  }, 1000)
  timer.unref()
  return () => {
    clearInterval(timer)
    file.close()
  }
}
