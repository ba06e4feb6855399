import { expect, type LaunchOptions, test } from '@playwright/test'
import { withBlockedCookies } from '../testing/blocked-cookies'

const isToldWhatWorks = (options: LaunchOptions & { baseURL?: string; javaScriptEnabled: boolean }) =>
  withBlockedCookies(options, async page => {
    await page.goto('/user-privacy')
    await expect(page.getByText('Blocked: one was set a moment ago')).toBeVisible()
    await expect(page.getByText('Kept: one was set')).toBeHidden()
    await page.getByRole('button', { name: 'Opt this browser out' }).click()
    await expect(page.getByRole('alert')).toContainText('This browser did not keep the opt-out')
    await page.getByRole('link', { name: 'What works instead' }).first().click()
    await expect(page.getByText('Global Privacy Control needs no cookie')).toBeInViewport()
    expect(await page.context().cookies()).toEqual([])
  })

test('K5: a browser that keeps no cookies is told that it cannot keep an opt-out, and what works', async ({
  baseURL,
  launchOptions,
}) => {
  await isToldWhatWorks({ ...launchOptions, baseURL, javaScriptEnabled: true })
})

test('K5: it is told so without script, too', async ({ baseURL, launchOptions }) => {
  await isToldWhatWorks({ ...launchOptions, baseURL, javaScriptEnabled: false })
})
