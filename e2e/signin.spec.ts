import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

const { email, password } = demo.staff
const wrong = 'This address and password do not belong together.'

async function send(page: Page, as: { email: string; password: string }) {
  await page.getByLabel('Email').fill(as.email)
  await page.getByLabel('Password').fill(as.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The summary on top of the form; Next keeps an empty alert of its own on every page. */
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not signed in' })

async function signIn(page: Page, next = '/privacy') {
  await page.goto(`/signin?next=${encodeURIComponent(next)}`)
  await send(page, { email, password })
  await page.waitForURL(url => url.pathname !== '/signin')
}

const session = async (context: BrowserContext) =>
  (await context.cookies()).find(cookie => cookie.name === '__Host-session')

/** Requests that no page of ours sent: another site's, by either sign, and one without any. */
const foreign: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  {},
]

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled })

    test('a good password opens a session and leads on', async ({ page, context }) => {
      await signIn(page)
      expect(new URL(page.url()).pathname).toBe('/privacy')
      const cookie = await session(context)
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
      await page.goto('/signin?next=/privacy/promises')
      expect(new URL(page.url()).pathname).toBe('/privacy/promises')
    })

    test('a wrong password and an unknown address look the same, and only the address is kept', async ({
      page,
      context,
    }) => {
      const answers: (string | undefined)[] = []
      for (const typed of [email, 'nobody@example.com']) {
        await page.goto('/signin')
        await send(page, { email: typed, password: 'not the password' })
        await expect(problem(page)).toContainText(wrong)
        await expect(page.getByLabel('Email')).toHaveValue(typed)
        await expect(page.getByLabel('Password')).toHaveValue('')
        expect(await page.content()).not.toContain('not the password')
        answers.push((await page.getByRole('main').textContent())?.replace(typed, ''))
      }
      expect(answers[0]).toBe(answers[1])
      expect(await session(context)).toBeUndefined()
    })

    test('an empty form says what is missing', async ({ page }) => {
      await page.goto('/signin')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(problem(page)).toContainText('Write your address.')
      await expect(problem(page)).toContainText('Write your password.')
    })
  })

test('signing in never leads to another origin', async ({ page, baseURL }) => {
  await signIn(page, '//evil.example/')
  expect(new URL(page.url()).origin).toBe(baseURL)
})

test('signing out ends the session on the server, too', async ({ page, context, baseURL }) => {
  await signIn(page)
  const kept = await session(context)
  const origin = baseURL ?? ''
  const out = await page.request.post('/api/auth/signout', { headers: { origin }, maxRedirects: 0 })
  expect(out.status()).toBe(303)
  expect(await session(context)).toBeUndefined()
  await context.addCookies([kept!])
  await page.goto('/signin?next=/privacy')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('another site can neither sign out nor sign in', async ({ page, context }) => {
  await signIn(page)
  for (const headers of foreign) {
    const out = await page.request.post('/api/auth/signout', { headers, maxRedirects: 0 })
    expect(out.status()).toBe(403)
  }
  expect((await page.request.get('/api/auth/signout')).status()).toBe(405)
  expect(await session(context)).toBeDefined()
})

test('a made-up session is nobody', async ({ page, context, baseURL }) => {
  const host = new URL(baseURL ?? '').hostname
  const made = { name: '__Host-session', domain: host, path: '/', secure: true, httpOnly: true }
  for (const value of ['made-up', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z']) {
    await context.addCookies([{ ...made, value }])
    await page.goto('/signin?next=/privacy')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  }
})
