import { copyFile, mkdir, writeFile } from 'node:fs/promises'
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
  const script = built.outputFiles![0]!.text.trim().replace(/;$/, '')
  // Whatever a page has done to its browser, nothing is thrown into it.
  return `try{${script}}catch{}`
}

/** Writes the npm package: the module as it stands in a page's own bundle, and its types. */
async function buildPackage(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  await build({
    entryPoints: [join(import.meta.dirname, 'module.ts')],
    outfile: join(outDir, 'index.js'),
    bundle: true,
    format: 'esm',
    target: 'es2021',
    tsconfigRaw: {},
  })
  await copyFile(join(import.meta.dirname, 'api.d.ts'), join(outDir, 'index.d.ts'))
  const description = {
    name: 'firsthand-tracker',
    version: '1.0.0',
    description: 'Loads the Firsthand tracker into a page, with types.',
    type: 'module',
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    sideEffects: false,
    files: ['index.js', 'index.d.ts'],
  }
  await writeFile(join(outDir, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
}

/**
 * Writes `t.js`, `more.js` and `full.js`, as `makeTrackerFiles` reads them, and the npm package in `npm`, into a
 * directory made where absent.
 */
export async function buildTracker(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  const write = async (name: Bundle) => writeFile(join(outDir, `${name}.js`), await bundleTracker(name))
  await Promise.all([...bundles.map(write), buildPackage(join(outDir, 'npm'))])
}
