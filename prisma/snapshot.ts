import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { stoppedHalfWay } from './history'

const beside = (file: string): string => `${file}.before-migrate`

/** Copies a database to `<file>.before-migrate`, which exists only when it is whole and on the disk. */
export function takeSnapshot(file: string): void {
  const part = `${beside(file)}.part`
  rmSync(part, { force: true })
  const db = new Database(file, { timeout: 1000 })
  try {
    db.prepare('VACUUM INTO ?').run(part)
  } finally {
    db.close()
  }
  flush(part)
  renameSync(part, beside(file))
  flush(dirname(file))
}

/** Puts the database back as it was, or away when there was none. Every connection must be closed. */
export function restoreSnapshot(file: string): void {
  for (const trace of ['-wal', '-shm', '-journal']) rmSync(file + trace, { force: true })
  if (existsSync(beside(file))) renameSync(beside(file), file)
  else rmSync(file, { force: true })
}

export const dropSnapshot = (file: string): void => rmSync(beside(file), { force: true })

/** After a run that was killed: back to before, unless nothing was half done. */
export function recover(file: string): void {
  if (!existsSync(beside(file))) return
  if (stoppedHalfWay(file)) restoreSnapshot(file)
  else dropSnapshot(file)
}

function flush(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
