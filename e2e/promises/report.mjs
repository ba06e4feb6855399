import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/** The checks of each promise, by id, of Playwright's JSON report: titles, and whether each passed. */
export function promiseChecks({ suites }) {
  const promises = {}
  for (const suite of suites) {
    const id = /^promises[/\\]([A-Z]\d+)\.spec\.ts$/.exec(suite.file)?.[1]
    if (id) promises[id] = checksOf(suite)
  }
  return promises
}

/** Writes what a whole run found of the promises, for the policy's pages and `npm run promises`. */
export function writePromiseReport(found, file) {
  const promises = promiseChecks(found)
  const report = { ranAt: new Date().toISOString(), version: version(), promises }
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

const checksOf = ({ specs, suites = [] }) => [
  ...specs.map(({ title, ok }) => ({ title: title.replace(/^[A-Z]\d+: /, ''), passed: ok })),
  ...suites.flatMap(checksOf),
]

/** The commit that was tried, and whether files differed from it. */
function version() {
  try {
    const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim()
    return git('rev-parse', '--short=10', 'HEAD') + (git('status', '--porcelain') ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}
