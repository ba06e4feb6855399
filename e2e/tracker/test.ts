import { test as base, expect } from '@playwright/test'
import { Origins } from './origins'

export { expect }

/** Every test gets the two origins of its worker, cleared, and fails when anything was thrown into a page. */
export const test = base.extend<{ origins: Origins; unthrown: undefined }, { pair: Origins }>({
  pair: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from its pattern.
    async ({}, use) => {
      const pair = await new Origins().start()
      await use(pair)
      await pair.stop()
    },
    { scope: 'worker' },
  ],
  origins: async ({ pair }, use) => {
    pair.reset()
    await use(pair)
  },
  unthrown: [
    async ({ context }, use) => {
      const thrown: string[] = []
      context.on('weberror', error => thrown.push(String(error.error())))
      await use(undefined)
      expect(thrown, 'nothing was thrown into the page').toEqual([])
    },
    { auto: true },
  ],
})

/** The one line of a page that uses /t.js. */
export const snippet = '<script defer src="{{tracker}}/t.js?k={{key}}"></script>'
