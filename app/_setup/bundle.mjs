import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** Bundled with the server: loading them file by file costs the start most of a second. */
const bundled = ['@react-email/components', '@react-email/render', 'light-my-request', 'resend', 'zod']

/** Every other package stays in node_modules. */
function external() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).filter(name => !bundled.includes(name))
}

const options = () => ({
  entryPoints: entryPoints(),
  outdir: '.build',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  external: external(),
  format: 'esm',
  platform: 'node',
  target: 'node20',
  alias: { '@': './app', 'content-collections': './app/_blog/.content-collections/generated' },
  jsx: 'automatic',
  // The mode comes before every other import; what is bundled was partly written for CommonJS.
  banner: {
    js: "import '../app/_setup/declare-mode.mjs'; import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  sourcemap: true,
  logLevel: 'warning',
})

/** Bundles the server and its worker threads into `.build/`. */
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
