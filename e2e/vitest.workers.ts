import { existsSync } from 'node:fs'
import { build } from 'esbuild'

const workers = {
  'log-writer': 'app/_analytics/store/log-writer.worker.ts',
  compactor: 'app/_analytics/store/compactor.worker.ts',
  reports: 'app/_analytics/reports/reports.worker.ts',
}

/** Bundles the worker threads into `.build/`, where `startWorker` finds them, before the first test runs. */
export default async function setup(): Promise<void> {
  const present = Object.entries(workers).filter(([, source]) => existsSync(source))
  await build({
    entryPoints: Object.fromEntries(present),
    outdir: '.build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { '@': './app' },
    sourcemap: true,
    logLevel: 'warning',
  })
}
