import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'

/** The server entry and every worker thread (`app/**\/NAME.worker.ts` becomes `.build/NAME.mjs`). */
function entryPoints() {
  const workers = readdirSync('app', { recursive: true })
    .map(path => `app/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.worker.ts'))
  const server = existsSync('server.ts') ? ['server.ts'] : []
  return Object.fromEntries(
    [...server, ...workers].map(path => [basename(path).replace(/(\.worker)?\.ts$/, ''), path]),
  )
}

const options = () => ({
  entryPoints: entryPoints(),
  outdir: '.build',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  alias: { '@': './app', 'content-collections': './app/_blog/.content-collections/generated' },
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
})

/** Bundles the server and its worker threads into `.build/`. Packages stay in node_modules. */
export const bundle = () => build(options())

/** The same, again after every change; `rebuilt` is called after each build without errors. */
export async function watchBundle(rebuilt) {
  const after = {
    name: 'after',
    setup: ({ onEnd }) => onEnd(result => (result.errors.length ? undefined : rebuilt())),
  }
  await (await context({ ...options(), plugins: [after] })).watch()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle()
