import { expect, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'
import { Client } from './clients'
import { expectAllIsShown, memberOf, visitor, visitTwice } from './person-page'

test.use(visitor)

test('C8: a client sees browser, device, address, time and referrer that it never asked for', async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  const owner = await memberOf(browser, baseURL!, demo.client.owner)
  const id = owner.site.split('/').at(-1)!
  // Its pages say nothing but the one line that loads the tracker.
  const client = new Client(id, demo.client.key, '', '', '127.0.0.1', baseURL!, request)
  await client.serve()
  try {
    const identity = await visitTwice(page, client.origin)
    expect(identity).toMatch(/^[\w+/]{27}=$/)
    await expectAllIsShown(owner.page, owner.site, identity)
  } finally {
    client.close()
  }
})
