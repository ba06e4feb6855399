import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { AppError } from '@/_platform/errors'

export type BackupOptions = {
  /** The folder that holds the backups, one folder each. */
  into: string
  /** Unix ms: names the backup. */
  at: number
  /** How many are kept, this one included. */
  keep: number
}

export type Backup = { folder: string; files: number; bytes: number }

/** What a backup says of itself, in `backup.json`: a folder without it is not whole. */
type Manifest = { version: 1; at: number; files: { name: string; bytes: number; sha256: string }[] }

const manifestFile = 'backup.json'

/**
 * Copies a data folder as it is at this moment, while it is in use: the log first, then the sites, then app.db, so
 * that a hit that moves meanwhile is in both files (the site's watermark tells) rather than in neither. Every copy
 * is a compact database made by `VACUUM INTO`. Holds up nobody but its own thread.
 */
export function backup(dataDir: string, { into, at, keep }: BackupOptions): Backup {
  const name = new Date(at).toISOString().replace(/[:.]/g, '-')
  const folder = join(resolve(into), name)
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(join(part, 'sites'), { recursive: true, mode: 0o700 })
  const files: Manifest['files'] = []
  for (const file of dataFiles(dataDir)) {
    if (file === 'secret') copyFileSync(join(dataDir, file), join(part, file))
    else copyDatabase(join(dataDir, file), join(part, file))
    files.push({ name: file, ...digest(join(part, file)) })
    flush(join(part, file))
  }
  writeFileSync(join(part, manifestFile), JSON.stringify({ version: 1, at, files } satisfies Manifest))
  flush(join(part, manifestFile))
  rmSync(folder, { recursive: true, force: true })
  renameSync(part, folder)
  flush(dirname(folder))
  for (const old of backupsIn(into).slice(keep)) rmSync(join(into, old), { recursive: true })
  return { folder, files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
}

/** The names of the whole backups in a folder, the newest first. */
export function backupsIn(into: string): string[] {
  if (!existsSync(into)) return []
  return readdirSync(into)
    .filter(name => /^\d{4}-.*Z$/.test(name) && existsSync(join(into, name, manifestFile)))
    .sort()
    .reverse()
}

/**
 * Puts a backup in the place of a data folder's files. What was there is moved to a folder beside them. Every file
 * is checked before anything is touched. No process may use the data folder.
 * @returns the folder that the files from before were moved to, undefined when there were none
 * @throws AppError 'invalid' when the backup is not whole
 */
export function restore(dataDir: string, folder: string, at: number): string | undefined {
  const { files } = readManifest(folder)
  for (const { name, sha256 } of files) {
    const file = join(folder, name)
    if (!existsSync(file) || digest(file).sha256 !== sha256)
      throw new AppError('invalid', `${file} is not what was backed up: nothing was restored`)
  }
  const replaced = dataFiles(dataDir)
  const aside = join(dataDir, `before-restore-${new Date(at).toISOString().replace(/[:.]/g, '-')}`)
  for (const name of replaced) {
    mkdirSync(dirname(join(aside, name)), { recursive: true })
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(join(dataDir, name + suffix)))
        renameSync(join(dataDir, name + suffix), join(aside, name + suffix))
  }
  for (const { name } of files) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true })
    copyFileSync(join(folder, name), join(dataDir, name))
    flush(join(dataDir, name))
  }
  return replaced.length ? aside : undefined
}

/** What a data folder consists of, in the order in which it is copied. */
function dataFiles(dataDir: string): string[] {
  const sites = existsSync(join(dataDir, 'sites')) ? readdirSync(join(dataDir, 'sites')) : []
  const names = ['log.db', ...sites.filter(name => name.endsWith('.db')).map(name => join('sites', name))]
  return [...names, 'app.db', 'secret'].filter(name => existsSync(join(dataDir, name)))
}

function copyDatabase(from: string, to: string): void {
  const db = new Database(`${pathToFileURL(resolve(from))}?mode=ro`, { timeout: 30_000 })
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
}

function readManifest(folder: string): Manifest {
  const file = join(folder, manifestFile)
  if (!existsSync(file)) throw new AppError('invalid', `${folder} is no backup: it has no ${manifestFile}`)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.version !== 1)
    throw new AppError(
      'invalid',
      `${folder} was made by a newer version (${manifest.version}): start the newer program`,
    )
  return manifest
}

function digest(file: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const open = openSync(file, 'r')
  try {
    for (let read = readSync(open, piece); read > 0; read = readSync(open, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(open)
  }
  return { bytes: statSync(file).size, sha256: hash.digest('hex') }
}

function flush(path: string): void {
  const open = openSync(path, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
