import { defineConfig } from 'vitest/config'
import usual from './vitest.config'

/** What takes too long for every change: `npm run test:deep`. Each file starts servers, so one at a time. */
export default defineConfig({
  ...usual,
  test: { ...usual.test, include: ['e2e/faults/**/*.test.ts'], testTimeout: 600_000, fileParallelism: false },
})
