import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': join(root, 'app'),
      'content-collections': join(root, 'app/_blog/.content-collections/generated/index.js'),
    },
  },
  test: {
    environment: 'node',
    // As many as the smallest machine has cores: the default leaves one of two idle.
    maxWorkers: 2,
    include: ['app/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts'],
    globalSetup: ['e2e/vitest.workers.ts'],
    testTimeout: 40_000,
  },
})
