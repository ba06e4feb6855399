import { expect, test } from '@playwright/test'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the documentation and the blog can be searched', async ({ page }) => {
    await page.goto('/docs')
    await page.getByRole('searchbox', { name: 'Search the documentation' }).fill('signature')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('link', { name: 'The wire API' }).last()).toBeVisible()
    await expect(page.locator('mark').first()).toBeVisible()
    await page.goto('/blog/search?q=funnel')
    await expect(page.getByRole('link', { name: 'Reading a funnel' })).toBeVisible()
  })

  test('the URL builder says what is missing, keeps what was typed, and builds an address that is stored', async ({
    page,
    request,
  }) => {
    await page.goto('/docs/url-builder')
    await page.getByLabel('Identity', { exact: true }).fill('ada@example.com')
    await page.getByRole('button', { name: 'Build the address' }).click()
    await expect(page.getByRole('alert')).toContainText('Give the site’s key')
    await expect(page.getByLabel('Identity', { exact: true })).toHaveValue('ada@example.com')
    await page.getByLabel('Key').fill('no-such-key')
    await page.getByLabel('Event', { exact: true }).fill('Signed Up')
    await page.getByRole('button', { name: 'Build the address' }).click()
    const url = await page.locator('dd').filter({ hasText: /^http/ }).textContent()
    const answer = await request.get(url!)
    expect(answer.headers()['x-firsthand-dropped']).toBe('unknown-key')
  })
})

test('the feeds hold the full text, of all posts and of a tag, and parse', async ({ request }) => {
  const text = async (path: string) => (await request.get(path)).text()
  const rss = parseRssFeed(await text('/blog/feed.xml'))
  const atom = parseAtomFeed(await text('/blog/atom.xml'))
  const json = parseJsonFeed(await text('/blog/feed.json'))
  expect(rss.items!.length).toBeGreaterThanOrEqual(9)
  expect(atom.entries!.length).toBe(rss.items!.length)
  expect(json.items!.length).toBe(rss.items!.length)
  for (const item of rss.items!) {
    expect(item.content!.encoded!.length).toBeGreaterThan(2000)
    expect(item.content!.encoded).not.toMatch(/href="[/#]|<script|style=/)
  }
  const tagged = parseRssFeed(await text('/blog/tags/engineering/feed.xml'))
  expect(tagged.items!.length).toBeLessThan(rss.items!.length)
})

test('a post has a Markdown twin and a picture; what is not published has nothing', async ({ request }) => {
  const twin = await request.get('/blog/reading-a-funnel.md')
  expect(twin.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(await twin.text()).toMatch(/^# Reading a funnel\n/)
  const picture = await request.get('/blog/reading-a-funnel/og.png')
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG')
  for (const path of [
    '/blog/no-such-post',
    '/blog/no-such-post.md',
    '/blog/no-such-post/og.png',
    '/docs/none',
  ]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
    expect((await answer.body()).length, path).toBeGreaterThan(10)
  }
  await expect(request.get('/blog/no-such-post').then(answer => answer.text())).resolves.toContain('<h1')
})

test('a post that was renamed sends its old readers on', async ({ request }) => {
  const answer = await request.get('/blog/when-an-ab-test-is-done', { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe('/blog/ninety-two-per-cent-sure')
})
