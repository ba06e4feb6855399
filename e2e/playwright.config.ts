import { defineConfig } from '@playwright/test'
import { launchArgs } from './browser.mjs'

/** The production build on a port and a data folder of its own; `npm test` sets both. */
const port = process.env.PORT || '3149'
const baseURL = `http://localhost:${port}`

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '.results/playwright',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  // Generous: a test says what must become true, not how fast a busy machine is.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: launchArgs },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node .build/server.mjs',
    cwd: '..',
    url: `${baseURL}/`,
    env: { PORT: port, DATA_DIR: process.env.DATA_DIR ?? '', LOG_LEVEL: 'warn' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
  },
})
