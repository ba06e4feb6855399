import { expect, push, snippet, test } from './test'

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP *.test 127.0.0.1']
    await use({ ...launchOptions, args })
  },
})

test('a subdomain shares the cookies of its domain, www or not, unless the page says otherwise', async ({
  page,
  origins,
}) => {
  const at = (host: string, body: string) => origins.page(`/${host}`, body).replace('localhost', host)
  const visit = async (host: string, body: string, event: string) => {
    await page.goto(at(host, body))
    await push(page, ['record', event])
    await expect.poll(() => origins.hits.at(-1)?._n).toBe(event)
  }
  await visit('www.shop.test', snippet, 'A')
  await visit('shop.test', snippet, 'B')
  await visit('eu.shop.test', `<script>KM_COOKIE_DOMAIN = '.shop.test'</script>${snippet}`, 'C')
  expect(new Set(origins.hits.map(hit => hit._p)).size).toBe(1)
  expect((await page.context().cookies()).map(cookie => cookie.domain)).toEqual(['.shop.test'])
  await page.goto(at('shop.test', snippet))
  await push(page)
  await page.evaluate('KM.optOut()')
  await page.goto(at('www.shop.test', snippet))
  await push(page, ['record', 'D'])
  await page.waitForTimeout(400)
  expect(origins.hits).toHaveLength(3)
})
