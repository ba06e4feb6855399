import { defineConfig } from '@playwright/test'
import { launchArgs } from '../browser.mjs'

/** The tracker's specs alone: they bring their own two origins, so no server of ours has to be built for them. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.results/tracker',
  fullyParallel: true,
  workers: 2,
  timeout: 20_000,
  use: {
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: launchArgs },
    trace: 'retain-on-failure',
  },
})
