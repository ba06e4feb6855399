import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const biome = resolve('node_modules', '@biomejs', 'biome', 'bin', 'biome')

/** A file, what it imports, and whether lint lets it. */
const imports: [file: string, from: string, 'allowed' | 'forbidden'][] = [
  // The floor knows nothing above it.
  ['app/_platform/log.ts', '@/_platform/env', 'allowed'],
  ['app/_platform/http/front.ts', '../errors', 'allowed'],
  ['app/_platform/http/front.ts', '../../_ui/button', 'allowed'],
  ['app/_platform/log.ts', '@/_analytics/hit', 'forbidden'],
  ['app/_platform/log.ts', '../_accounts/viewer', 'forbidden'],
  ['app/_platform/http/front.ts', '../../_privacy/verdict', 'forbidden'],
  ['app/_platform/http/front.ts', '@/content-pages', 'forbidden'],
  ['app/_platform/http/front.test.ts', '@/_blog/posts', 'forbidden'],
  ['app/_platform/jobs.data.ts', '@/_audience/outbox.data', 'forbidden'],
  ['app/_platform/log.ts', '@/(site)/page', 'forbidden'],
  ['app/_ui/button.tsx', '@/brand', 'allowed'],
  ['app/_ui/button.tsx', './nav', 'allowed'],
  ['app/_ui/chart/chart.tsx', '../table', 'allowed'],
  ['app/_ui/button.tsx', '@/_webinars/seats', 'forbidden'],
  ['app/_ui/chart/chart.tsx', '../../_analytics/reports/queries', 'forbidden'],
  // A domain uses other domains, the platform and the components, never a route.
  ['app/_blog/posts.ts', '@/_audience/topics', 'allowed'],
  ['app/_blog/posts.ts', '@/_platform/clock', 'allowed'],
  ['app/_blog/post-list.tsx', '../_ui/button', 'allowed'],
  ['app/_blog/feeds/rss.ts', '../posts', 'allowed'],
  ['app/_blog/feeds/rss.ts', '../blog', 'allowed'],
  ['app/_blog/posts.ts', '@/(site)/blog/page', 'forbidden'],
  ['app/_blog/posts.ts', '../(site)/blog/links', 'forbidden'],
  ['app/_blog/feeds/rss.ts', '../../(account)/sites/page', 'forbidden'],
  ['app/_blog/posts.ts', '@/api/v1/sites/route', 'forbidden'],
  ['app/_blog/posts.ts', '../api/v1/sites/answer', 'forbidden'],
  ['app/_blog/posts.ts', '@/staff/mail/inbox', 'forbidden'],
  ['app/_blog/posts.ts', '../layout', 'forbidden'],
  ['app/_blog/posts.data.ts', '@/(site)/blog/page', 'forbidden'],
  ['app/_blog/posts.test.ts', '@/(site)/blog/page', 'forbidden'],
  ['app/_analytics/store/log.ts', '@/(site)/page', 'forbidden'],
  ['app/_newcomer/verb.ts', '@/(site)/page', 'forbidden'],
  // Who knows the database.
  ['app/_blog/comments.data.ts', '@/_platform/db', 'allowed'],
  ['app/_blog/comments.data.ts', '../../prisma/generated/client', 'allowed'],
  ['app/_blog/comments.test.ts', '@/_platform/db', 'allowed'],
  ['app/_analytics/store/log.ts', 'libsql', 'allowed'],
  ['app/_platform/db.ts', '../../prisma/generated/client', 'allowed'],
  ['app/_platform/lock.ts', 'libsql', 'allowed'],
  ['app/_platform/jobs.data.ts', './db', 'allowed'],
  ['app/_blog/comments.ts', '@/_platform/db', 'forbidden'],
  ['app/_blog/comments.ts', '../_platform/db', 'forbidden'],
  ['app/_blog/comments.ts', '@prisma/client', 'forbidden'],
  ['app/_blog/comments.ts', '../../prisma/generated/client', 'forbidden'],
  ['app/_newcomer/verb.ts', '@/_platform/db', 'forbidden'],
  ['app/_analytics/reports/metric.ts', 'libsql', 'forbidden'],
  ['app/_analytics/collect/append.ts', '@libsql/client', 'forbidden'],
  ['app/_platform/http/front.ts', '../db', 'forbidden'],
  ['app/_platform/limits.ts', './db', 'forbidden'],
  ['app/_ui/table.tsx', '@/_platform/db', 'forbidden'],
  // A route parses, calls and answers.
  ['app/(site)/blog/page.tsx', '@/_blog/posts', 'allowed'],
  ['app/(site)/blog/page.tsx', '../header', 'allowed'],
  ['app/api/v1/sites/route.ts', '@/_analytics/sites.data', 'allowed'],
  ['app/(site)/blog/page.tsx', '@/_platform/db', 'forbidden'],
  ['app/(site)/blog/page.tsx', '../../_platform/db', 'forbidden'],
  ['app/api/v1/sites/route.ts', '@prisma/client', 'forbidden'],
  ['app/staff/mail/page.tsx', '../../../prisma/generated/client', 'forbidden'],
  ['app/layout.tsx', '@/_platform/db', 'forbidden'],
]

/** Every form that an import takes, of the same module. */
const forms = [
  (from: string) => `import { x } from '${from}'`,
  (from: string) => `import type { X } from '${from}'`,
  (from: string) => `import '${from}'`,
  (from: string) => `export { x } from '${from}'`,
  (from: string) => `export const x = () => import('${from}')`,
]

type Diagnostic = { category: string; location: { path: string; start: { line: number } } }

/** What lint says of a scratch tree under this project's rules, as `path:line rule`. */
function faultsOf(files: Map<string, string[]>): Set<string> {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'))
  copyFileSync('biome.json', join(root, 'biome.json'))
  for (const [file, lines] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), lines.join('\n'))
  }
  const options = ['--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none']
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, 'app'], { cwd: root })
  const { diagnostics } = JSON.parse(stdout.toString()) as { diagnostics: Diagnostic[] }
  const ours = diagnostics.filter(({ category }) => /noRestrictedImports|noProcessEnv/.test(category))
  return new Set(ours.map(({ location }) => `${location.path}:${location.start.line}`))
}

const files = new Map<string, string[]>()
const add = (file: string, line: string): string => {
  const lines = files.get(file) ?? []
  files.set(file, [...lines, line])
  return `${file}:${lines.length + 1}`
}
const rows = imports.map(([file, from, verdict]) => {
  const places = forms.map(form => add(file, form(from)))
  return { file, from, verdict, places }
})
const readers = [
  'app/_blog/posts.ts',
  'app/_platform/http/front.ts',
  'app/(site)/blog/page.tsx',
  'app/layout.tsx',
]
const readings = readers.map(file => add(file, 'export const port = process.env.PORT'))
const reading = add('app/_platform/env.ts', 'export const env = process.env')
let faults: Set<string>

beforeAll(() => {
  faults = faultsOf(files)
})

test.each(rows)('$file: $from is $verdict', ({ places, verdict }) => {
  expect(places.filter(place => faults.has(place))).toEqual(verdict === 'forbidden' ? places : [])
})

test('only _platform/env.ts reads the environment', () => {
  expect(readings.filter(place => !faults.has(place))).toEqual([])
  expect(faults.has(reading)).toBe(false)
})
