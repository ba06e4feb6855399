import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockDataDir } from './data-lock'

const folder = () => mkdtempSync(join(tmpdir(), 'lock-'))
const holder = `import Database from 'libsql'
const lock = new Database(process.argv[1]); lock.exec('BEGIN EXCLUSIVE'); process.stdout.write('held'); setInterval(() => lock.name, 1e6)`

test('a second taker is refused until the first lets go', () => {
  const dir = folder()
  const release = lockDataDir(dir)
  expect(() => lockDataDir(dir)).toThrow(/is in use: stop the running server first/)
  release()
  lockDataDir(dir)()
})

test('a killed process lets go', async () => {
  const dir = folder()
  const other = spawn(process.execPath, ['--input-type=module', '-e', holder, join(dir, 'lock')])
  await once(other.stdout, 'data')
  expect(() => lockDataDir(dir)).toThrow(/is in use/)
  other.kill('SIGKILL')
  await once(other, 'exit')
  lockDataDir(dir)()
})

test('a folder that cannot be made says so', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(() => lockDataDir(join(file, 'data'))).toThrow(/cannot be written: ENOTDIR/)
})

test.runIf(process.getuid?.() === 0)('a folder without permission says so', () => {
  const dir = folder()
  execFileSync('chmod', ['500', dir])
  const script = `const { lockDataDir } = await import(${JSON.stringify(join(import.meta.dirname, 'data-lock.ts'))})
    process.setuid(65534)
    try { lockDataDir(${JSON.stringify(dir)}) } catch (error) { process.stdout.write(error.message) }`
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  expect(said.toString()).toMatch(/cannot be written: EACCES/)
})
