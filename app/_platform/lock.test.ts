import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockDataDir } from './lock'

const folder = () => mkdtempSync(join(tmpdir(), 'lock-'))

test('a second process is refused with a sentence that says what to do, and may start after the first', () => {
  const dir = folder()
  const code = `import('${join(process.cwd(), 'app/_platform/lock.ts')}').then(m => m.lockDataDir('${dir}'))`
  const second = () => execFileSync(process.execPath, ['--import', 'tsx', '-e', code], { stdio: 'pipe' })
  const release = lockDataDir(dir)
  expect(second).toThrow(/Another process is using/)
  release()
  expect(second).not.toThrow()
})

test('a folder that is a file is named in the error', () => {
  const file = join(folder(), 'x')
  execFileSync('touch', [file])
  chmodSync(file, 0o400)
  expect(() => lockDataDir(file)).toThrow(`The data folder ${file} can't be written`)
})
