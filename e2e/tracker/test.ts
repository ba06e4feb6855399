import { test as base, expect, type Page } from '@playwright/test'
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

/** What Kissmetrics' snippet loads, in its order. */
export const legacySnippet =
  '<script>var _kmq = _kmq || [], _kmk = "{{key}}"</script><script async src="{{tracker}}/i.js"></script><script async src="{{tracker}}/{{key}}.2.js"></script>'

/** The library's cookies that this browser now keeps for the client's site, decoded. */
export async function kmCookies(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies()
  const own = cookies.filter(cookie => cookie.name.startsWith('km_'))
  return Object.fromEntries(own.map(cookie => [cookie.name, decodeURIComponent(cookie.value)]))
}

/** Runs commands as a page would, and waits until the library has taken the queue over. */
export async function push(page: Page, ...entries: unknown[][]): Promise<void> {
  await page.waitForFunction('window._kmq && !Array.isArray(_kmq)')
  for (const entry of entries)
    await page.evaluate(given => (window._kmq as { push(e: unknown): void }).push(given), entry)
}

/** Hides the page or shows it again, as switching tabs does. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(now => {
    for (const [name, value] of [
      ['hidden', now],
      ['visibilityState', now ? 'hidden' : 'visible'],
    ] as const)
      Object.defineProperty(document, name, { configurable: true, value })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, hidden)
}

/** Time in which something that must not happen would have happened. */
export const aWhile = 400
