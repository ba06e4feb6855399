import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'libsql'
import { applyMigrations } from '../prisma/migrate'
import { freePort } from './testing/app'

test.setTimeout(120_000)

const folder = () => mkdtempSync(join(tmpdir(), 'firsthand-'))

/** `npm start` over a data folder, as a person types it. */
function npmStart(env: Record<string, string>) {
  const npm = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, DEMO: 'off', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', text => (said += text))
  return { npm, said: () => said, ended: exitOf(npm) }
}

const exitOf = (child: ChildProcess) => new Promise<number | null>(resolve => child.once('exit', resolve))

/** What a start that must fail says in its last line, and its exit code. */
async function refusal(env: Record<string, string>) {
  const { said, ended } = npmStart({ PORT: `${await freePort()}`, ...env })
  const code = await ended
  return { code, last: said().trim().split('\n').at(-1) }
}

test('a signal to npm start stops the server behind it', async () => {
  const port = await freePort()
  const { npm, said, ended } = npmStart({ DATA_DIR: folder(), PORT: `${port}` })
  const url = `http://localhost:${port}/signin`
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  try {
    await expect.poll(answers, { timeout: 100_000 }).toBe(true)
    expect(said()).toContain(`http://localhost:${port}`)
  } finally {
    npm.kill('SIGTERM')
    await ended
  }
  expect(await answers()).toBe(false)
})

test('a database from a newer version is refused in one sentence and left alone', async () => {
  const DATA_DIR = folder()
  await applyMigrations(DATA_DIR)
  const db = new Database(join(DATA_DIR, 'app.db'))
  db.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ('x', 'x', '29991231000000_from_tomorrow', 1, 1)`)
  db.close()
  expect(await refusal({ DATA_DIR })).toEqual({
    code: 1,
    last: `${DATA_DIR}/app.db is from a newer version of Firsthand (it knows "29991231000000_from_tomorrow"): start that version, or restore a backup.`,
  })
})

test('a data folder that cannot be written is named', async () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  const { code, last } = await refusal({ DATA_DIR: join(file, 'data') })
  expect(code).toBe(1)
  expect(last).toMatch(/^The data folder \S+file\/data can't be written: ENOTDIR/)
})

test('a wrong variable is named', async () => {
  const DATA_DIR = folder()
  const { code, last } = await refusal({ DATA_DIR, LOG_LEVEL: 'loud' })
  expect(code).toBe(1)
  expect(last).toMatch(/^The environment is wrong: LOG_LEVEL: /)
})
