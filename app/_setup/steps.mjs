import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './stamp.mjs'

/**
 * One thing that must be done before the app can serve. It is skipped while `of` (the files and words it
 * depends on) is unchanged since it last succeeded and `makes` is still there.
 * @typedef {{ says: string, of: () => string, makes: () => string, stamp: () => string,
 *   command: string[], env?: Record<string, string> }} Step
 */

const node = process.execPath
const script = (file, ...args) => [node, '--import', 'tsx', file, ...args]
const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [node, process.env.npm_execpath] : ['npm']
/** Only what decides what is installed: another script needs no new installation. */
const packageJson = () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync('package.json', 'utf8'))
  return { dependencies, devDependencies, overrides }
}
const demo = () => process.env.DEMO !== 'off'
const dataDir = () => process.env.DATA_DIR || './data'
const dataStamp = () => join(dataDir(), 'setup.json')
const appDb = () => join(dataDir(), 'app.db')
const sources = ['app', 'content', 'prisma/schema', 'package-lock.json', 'tsconfig.json']

/** @type {Record<string, Step>} */
export const steps = {
  install: {
    says: 'Installing the packages',
    of: () => fingerprint(['package-lock.json'], [packageJson(), process.platform, process.arch]),
    makes: () => 'node_modules/next/package.json',
    stamp: () => 'node_modules/.setup.json',
    // No package needs its install script, and one of them tries a download.
    command: [...npm, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
  },
  client: {
    says: 'Generating the database client',
    of: () => fingerprint(['prisma/schema', 'prisma/prisma.config.ts', 'package-lock.json']),
    makes: () => 'prisma/generated/client.ts',
    stamp: () => 'prisma/generated/.setup.json',
    command: [node, 'node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'],
    // Any file that exists keeps Prisma from downloading its engine, which generating does not need.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: node, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  },
  content: {
    says: 'Compiling the posts',
    of: () => fingerprint(['content', 'app/_blog', 'package-lock.json']),
    makes: () => '.build/legal.json',
    stamp: () => 'app/_blog/.content-collections/setup.json',
    command: script('app/_blog/build/generate.ts'),
  },
  tracker: {
    says: 'Building the tracker',
    of: () =>
      fingerprint(['app/_analytics', 'app/_privacy', 'app/_platform', 'app/_setup', 'package-lock.json']),
    makes: () => '.build/tracker/t.js',
    stamp: () => '.build/setup.json',
    command: script('app/_setup/build-tracker.ts'),
  },
  previews: {
    says: 'Drawing the link previews',
    of: () => fingerprint(['content', 'app/_blog', 'app/brand.ts', 'app/_setup/make-og.ts']),
    makes: () => '.build/og/drawn.json',
    stamp: () => '.build/setup.json',
    command: script('app/_setup/make-og.ts'),
  },
  server: {
    says: 'Bundling the server',
    of: () => fingerprint([...sources, 'server.ts']),
    makes: () => '.build/server.mjs',
    stamp: () => '.build/setup.json',
    command: [node, 'app/_setup/bundle.mjs'],
  },
  migrate: {
    says: 'Migrating the database',
    of: () => fingerprint(['prisma/migrations']),
    makes: appDb,
    stamp: dataStamp,
    command: script('prisma/migrate.cli.ts', 'apply'),
  },
  seed: {
    says: demo() ? 'Making the demo data' : 'Making the first site',
    of: () => (demo() ? 'demo' : 'no demo'),
    makes: appDb,
    stamp: dataStamp,
    command: script('prisma/seed.ts'),
  },
  pages: {
    says: 'Building the pages',
    of: () =>
      fingerprint(
        [...sources, 'public', 'proxy.ts', 'next.config.mjs', 'postcss.config.mjs'],
        [process.env.SITE_URL ?? ''],
      ),
    makes: () => '.next/BUILD_ID',
    stamp: () => '.next/setup.json',
    command: [node, 'node_modules/next/dist/bin/next', 'build'],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  },
}

/** What each command needs, in order. */
export const plans = {
  start: () => ['install', 'client', 'content', 'tracker', 'previews', 'server', 'migrate', 'seed', 'pages'],
  dev: () => ['install', 'client', 'content', 'tracker', 'server', 'migrate', 'seed'],
  test: () => ['install', 'client', 'content', 'tracker', 'server'],
  server: () => ['tracker', 'server'],
}

/** Whether a step has nothing to do; else `finish` stamps it, once it has succeeded. */
export function stateOf(name, step) {
  const of = step.of()
  const done = readStamp(step.stamp(), name) === of && existsSync(step.makes())
  return { done, finish: () => writeStamp(step.stamp(), name, of) }
}
