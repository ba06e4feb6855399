import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promiseChecks } from './report.mjs'

const folder = join('e2e', 'promises', 'mutations')

/** The named sabotages of a promise: patches that break it, applied to a copy of the tree alone. */
export function mutationsOf(id) {
  return readdirSync(folder)
    .filter(name => name.startsWith(`${id}-`) && name.endsWith('.patch'))
    .map(name => name.slice(0, -'.patch'.length))
}

/**
 * Applies each asked mutation to a copy of the tree and runs its promise's test there, which must fail.
 * @param {string[]} asked ids of promises or names of mutations; none asks for all
 * @returns {Promise<number>} how many went unnoticed, or could not be tried
 */
export async function tryMutations(asked) {
  const all = readdirSync(folder)
    .filter(name => name.endsWith('.patch'))
    .map(name => name.slice(0, -'.patch'.length))
  const chosen = all.filter(
    name => !asked.length || asked.includes(name) || asked.includes(name.split('-')[0]),
  )
  const copy = mkdtempSync(join(tmpdir(), 'firsthand-mutants-'))
  let unnoticed = 0
  try {
    copyTree(copy)
    for (const name of chosen) {
      const noticed = tryOne(name, copy)
      if (noticed !== true) unnoticed++
      console.log(`${name}: ${noticed === true ? 'noticed' : noticed}`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  console.log(`${chosen.length - unnoticed} passed, ${unnoticed} failed`)
  return unnoticed
}

/** @returns true when the promise's test failed under the mutation, or else what happened instead */
function tryOne(name, copy) {
  const id = name.split('-')[0]
  const patch = resolve(folder, `${name}.patch`)
  const applied = spawnSync('git', ['apply', patch], { cwd: copy, encoding: 'utf8' })
  if (applied.status) return `does not fit the code: ${applied.stderr.trim()}`
  const run = spawnSync(process.execPath, ['e2e/run.mjs', 'e2e', `promises/${id}`], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  spawnSync('git', ['apply', '-R', patch], { cwd: copy })
  const file = join(copy, 'e2e', '.results', 'e2e.json')
  const checks = existsSync(file) ? promiseChecks(JSON.parse(readFileSync(file, 'utf8')))[id] : undefined
  rmSync(file, { force: true })
  if (!checks?.length) return `its test did not run:\n${run.stdout.slice(-2000)}${run.stderr.slice(-2000)}`
  return checks.some(({ passed }) => !passed) || 'NOT NOTICED: its test passes all the same'
}

/** What git knows of, as it is now, and everything installed and built, so that little has to be made again. */
function copyTree(to) {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  for (const file of files.split('\0').filter(existsSync)) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(file, join(to, file))
  }
  for (const made of [
    'node_modules',
    '.build',
    '.next',
    'prisma/generated',
    'app/_blog/.content-collections',
  ])
    if (existsSync(made)) copyFolder(made, join(to, made))
  execFileSync('git', ['init', '-q'], { cwd: to })
}

/** Links files instead of copying them where the system can: there are a gigabyte of packages. */
function copyFolder(from, to) {
  if (from === 'node_modules' && !spawnSync('cp', ['-al', from, to]).status) return
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}
