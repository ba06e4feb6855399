import { expect, test } from '@playwright/test'
import { withBlockedCookies } from '../testing/blocked-cookies'

for (const javaScriptEnabled of [true, false])
  test(`K5: with cookies blocked the page says that it cannot keep an opt-out, and what works, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    baseURL,
    launchOptions,
  }) => {
    await withBlockedCookies({ ...launchOptions, baseURL, javaScriptEnabled }, async page => {
      await page.goto('/user-privacy')
      await expect(page.getByText('Blocked: one was set a moment ago')).toBeVisible()
      await expect(page.getByText('Kept: one was set')).toBeHidden()
      await page.getByRole('button', { name: 'Opt this browser out' }).click()
      await expect(page.getByRole('alert')).toContainText('This browser did not keep the opt-out')
      await page.getByRole('link', { name: 'What works instead' }).first().click()
      await expect(page.getByText('Global Privacy Control needs no cookie')).toBeInViewport()
      expect(await page.context().cookies()).toEqual([])
    })
  })
