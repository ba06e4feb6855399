import { expect, test } from '@playwright/test'
import { startApp } from '../testing/app'

test('S3: with an https address, plain requests are sent there, and answers insist on it', async () => {
  test.setTimeout(120_000)
  const app = await startApp({ env: { SITE_URL: 'https://firsthand.example', TRUSTED_PROXIES: '1' } })
  try {
    for (const path of ['/', '/signin', '/blog?page=2']) {
      const plain = await fetch(app.url + path, { redirect: 'manual' })
      expect([plain.status, plain.headers.get('location')]).toEqual([308, `https://firsthand.example${path}`])
      const secure = await fetch(app.url + path, {
        redirect: 'manual',
        headers: { 'X-Forwarded-Proto': 'https' },
      })
      expect(secure.headers.get('strict-transport-security')).toContain('max-age=63072000')
    }
    const choice = await fetch(`${app.url}/preferences`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ theme: 'dark' }),
      headers: { 'X-Forwarded-Proto': 'https', 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(choice.headers.getSetCookie()[0]).toMatch(/^__Host-preferences=.*Secure.*HttpOnly/i)
  } finally {
    await app.stop()
  }
})
