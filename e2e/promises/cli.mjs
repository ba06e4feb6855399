/**
 * `npm run promises`: a line for each promise: how it stands, its checks, its mutations.
 * `npm run promises -- --publish` keeps the last run with the code, for installations that have run no test.
 * `npm run promises -- --mutate [ID or mutation …]` breaks each promise in a copy and sees whether its test notices.
 */
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { lastRun, promiseState } from '../../app/_privacy/promise-report.ts'
import { promises } from '../../app/_privacy/promises.ts'
import { mutationsOf, tryMutations } from './mutate.mjs'

const [flag, ...names] = process.argv.slice(2)
if (flag === '--publish') publish()
else if (flag === '--mutate') process.exitCode = (await tryMutations(names)) ? 1 : 0
else if (flag) usage()
else printTable()

function usage() {
  console.error('There is --publish and --mutate [ID or mutation …], or nothing for the table.')
  process.exitCode = 2
}

function publish() {
  const from = join('e2e', '.results', 'promises.json')
  if (!existsSync(from)) {
    console.error('No run to publish yet: `npm test` makes one.')
    process.exitCode = 1
  } else {
    copyFileSync(from, join('content', 'promises.json'))
    console.log('content/promises.json is now the last run.')
  }
}

function printTable() {
  const run = lastRun()
  console.log(run ? `Last run: ${run.ranAt}, version ${run.version}` : 'No run yet: `npm test` makes one.')
  for (const { id } of promises) {
    const checks = run?.promises[id] ?? []
    const passed = checks.filter(check => check.passed).length
    const columns = [
      id.padEnd(4),
      promiseState(id).padEnd(8),
      `${passed} of ${checks.length} checks`.padEnd(15),
    ]
    console.log([...columns, mutationsOf(id).join(', ')].join('  ').trimEnd())
  }
}
