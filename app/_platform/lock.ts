import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/**
 * Takes the data folder for this process; the kernel gives it back however the process ends.
 * @returns a function that gives it back
 * @throws Error when the folder can't be written, or when another process holds it
 */
export function lockDataDir(dataDir: string): () => void {
  try {
    mkdirSync(join(dataDir, 'sites'), { recursive: true })
    const lock = new Database(join(dataDir, 'lock.db'))
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    const busy = error instanceof Error && /locked|busy/i.test(error.message)
    throw new Error(
      busy
        ? `Another process is using ${dataDir}. Stop it first, or give this one another DATA_DIR.`
        : `The data folder ${dataDir} can't be written: ${error instanceof Error ? error.message : error}`,
    )
  }
}
