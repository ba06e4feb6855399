/**
 * `npm test`: every check, each with a line that says what it found, and at the end `N passed, N failed`.
 * `npm test -- unit e2e` runs only those, `npm test -- e2e promises/K2` only that file of the last.
 * Needs nothing installed but Node; uses its own data folder.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentedVariables } from '../app/_setup/env-example.mjs'
import { setUp } from '../app/_setup/run-steps.mjs'
import { plans } from '../app/_setup/steps.mjs'
import { writePromiseReport } from './promises/report.mjs'

const results = join('e2e', '.results')
const scratch = mkdtempSync(join(tmpdir(), 'firsthand-test-'))
const bin = (...path) => [process.execPath, join('node_modules', ...path)]
const vitestReport = {
  arguments: file => ['--reporter=json', `--outputFile=${file}`],
  read: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  }),
}
const playwrightReport = {
  arguments: () => ['--reporter=line,json'],
  read: ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }),
}
const vitest = config => [...bin('vitest', 'vitest.mjs'), 'run', '--config', config, '--reporter=default']

/** One check a command, unless a report of its own counts them. */
const checks = {
  lint: { command: [...bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off'] },
  types: { command: [...bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'] },
  migrations: { command: [process.execPath, '--import', 'tsx', 'prisma/migrate.cli.ts', 'check'] },
  unit: { command: vitest('e2e/vitest.config.ts'), report: vitestReport },
  build: { needs: ['previews', 'migrate', 'seed', 'pages'] },
  e2e: {
    browser: true,
    needs: ['previews', 'migrate', 'seed', 'pages'],
    command: [...bin('@playwright', 'test', 'cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
    report: playwrightReport,
  },
  deep: { needs: ['pages'], command: vitest('e2e/vitest.deep.config.ts'), report: vitestReport },
}
const usual = ['lint', 'types', 'migrations', 'unit', 'build', 'e2e']

/** Nothing of the developer's own settings or data reaches a test: an empty variable counts as missing. */
for (const name of documentedVariables()) process.env[name] = ''
delete process.env.NODE_ENV
process.env.DATA_DIR = join(scratch, 'data')
process.env.LOG_LEVEL = 'warn'

const total = { passed: 0, failed: 0, skipped: 0 }
const isCheck = word => word in checks
const asked = process.argv.slice(2).filter(isCheck)
const files = process.argv.slice(2).filter(word => !isCheck(word))
mkdirSync(results, { recursive: true })
try {
  if (files.length && !asked.length)
    throw new Error(`There is no check "${files[0]}", only ${Object.keys(checks).join(', ')}.`)
  await counted('setup', () => setUp(plans.test()))
  if (!total.failed) for (const name of asked.length ? asked : usual) await counted(name, () => check(name))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (total.skipped) console.log(`(${total.skipped} skipped)`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

/** Adds what a check found to the total and says it in one line. A check that throws has failed once. */
async function counted(name, run) {
  const began = performance.now()
  let found
  try {
    found = (await run()) ?? { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error.message)
    found = { passed: 0, failed: 1 }
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  for (const kind of Object.keys(total)) total[kind] += found[kind] ?? 0
  const failures = found.failed ? `, ${found.failed} not` : ''
  console.log(`${name}: ${found.passed} right${failures} (${seconds} s)`)
}

async function check(name) {
  const { command, needs, browser, report } = checks[name]
  if (needs) await setUp(needs)
  if (!command) return undefined
  const env = browser ? await browserEnv() : {}
  const file = join(results, `${name}.json`)
  rmSync(file, { force: true })
  const { code, output } = await run(
    [...command, ...(report?.arguments(file) ?? []), ...(report ? files : [])],
    {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  )
  const read = report && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  const found = read && report.read(read)
  if (read && name === 'e2e' && !files.length) writePromiseReport(read, join(results, 'promises.json'))
  if (code === 0) return found
  console.log(output)
  if (!found?.failed) throw new Error(`${name} ended with ${code}.`)
  return found
}

async function browserEnv() {
  const { findBrowser } = await import('./browser.mjs')
  const { path, env } = await findBrowser()
  return { ...env, CHROMIUM_PATH: path, PORT: `${await freePort()}` }
}

async function freePort() {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return port
}

function run([file, ...args], env) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += text))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })
}
