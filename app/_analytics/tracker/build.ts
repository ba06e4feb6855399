import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** The three bundles: the core of /t.js, what it loads where used, and both in one for Kissmetrics' own paths. */
export const bundles = ['t', 'more', 'full'] as const
export type Bundle = (typeof bundles)[number]

/** @returns the minified text of one bundle, with the place for a site's settings still open. */
export async function bundleTracker(name: Bundle): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'entry', `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2021',
    legalComments: 'none',
    tsconfigRaw: {},
    define: { WHOLE: `${name === 'full'}`, ...(name === 'more' && { FIRSTHAND_CONFIG: 'KM.cf' }) },
    write: false,
  })
  return built.outputFiles![0]!.text.trim()
}

/** Writes `t.js`, `more.js` and `full.js`, as `makeTrackerFiles` reads them, into a directory made where absent. */
export async function buildTracker(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  await Promise.all(
    bundles.map(async name => writeFile(join(outDir, `${name}.js`), await bundleTracker(name))),
  )
}
