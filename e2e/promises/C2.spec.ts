import { expect, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'
import { expectAllIsShown, memberOf, visitor, visitTwice } from './person-page'

test.use(visitor)

test('C2: our site records browser, system, device, address, pages, times and the search that led to it', async ({
  page,
  browser,
  baseURL,
}) => {
  const identity = await visitTwice(page, baseURL!)
  expect(identity).toMatch(/^[\w+/]{27}=$/)
  const staff = await memberOf(browser, baseURL!, demo.staff)
  await expectAllIsShown(staff.page, staff.site, identity)
})
