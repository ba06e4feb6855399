import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'libsql'
import { AppError } from './errors'

/** Kept reachable: a collected connection would let go of its lock. */
const held = new Set<Database.Database>()

/**
 * Makes this process the only one that writes in a data folder: the server, a migration and the seed take
 * it. It is SQLite's own lock on the empty file `lock`, so the system frees it however the process ends.
 * @returns lets go of the folder
 * @throws AppError 'conflict' when another process holds it, 'unavailable' when the folder can't be written
 */
export function lockDataDir(dataDir: string): () => void {
  const folder = resolve(dataDir)
  let lock: Database.Database | undefined
  try {
    mkdirSync(join(folder, 'sites'), { recursive: true })
    lock = new Database(join(folder, 'lock'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    const { code, message } = error as Error & { code?: string }
    if (code === 'SQLITE_BUSY')
      throw new AppError('conflict', `The data folder ${folder} is in use: stop the running server first.`)
    throw new AppError('unavailable', `The data folder ${folder} cannot be written: ${message}`)
  }
  const mine = lock
  held.add(mine)
  return () => {
    held.delete(mine)
    mine.close()
  }
}
