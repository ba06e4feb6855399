import { demo } from '@/_analytics/demo/known'
import { expect, test } from './promises/clients'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a message is sent, what was typed is kept where something is wrong, and staff read it', async ({
    page,
  }) => {
    const text = `Can I import two years of events? ${Date.now()}`
    await page.goto('/contact')
    await page.getByLabel('Your name').fill('Ann Example')
    await page.getByLabel('Message').fill(text)
    await page.getByRole('button', { name: 'Send the message' }).click()
    await expect(page.getByRole('alert')).toContainText('Write your address in full')
    await expect(page.getByLabel('Message')).toHaveValue(text)
    await page.getByLabel('Email').fill('ann@example.com')
    await page.getByRole('button', { name: 'Send the message' }).click()
    await expect(page.getByRole('status')).toContainText('Your message is with us')

    await page.goto('/signin?next=/staff/contact')
    await page.getByLabel('Email').fill(demo.staff.email)
    await page.getByLabel('Password').fill(demo.staff.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(url => url.pathname === '/staff/contact')
    const row = page.getByRole('listitem').filter({ hasText: text })
    if ((await row.count()) === 0) await page.goto('/staff/contact?spam=1')
    await expect(row).toBeVisible()
  })

  test('choices are kept in one cookie, and the fonts of the device take the place of ours', async ({
    page,
    context,
  }) => {
    await page.goto('/display')
    await page.getByLabel('Data', { exact: true }).selectOption('Less data')
    await page.getByLabel('Time zone').selectOption('Europe/Paris')
    await page.getByRole('button', { name: 'Keep these choices' }).click()
    await expect(page.getByLabel('Data', { exact: true })).toHaveValue('reduced')
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Paris')
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['__Host-preferences'])
    const answer = await page.goto('/about')
    expect(answer?.headers().link ?? '').not.toContain('font')
  })
})

test('the widget on a client’s page shows this browser’s state there, and stops and starts the recording', async ({
  ann,
  page,
  context,
  baseURL,
}) => {
  ann.pages.set(
    '/privacy',
    `<h1>Privacy</h1><div data-privacy-control data-out="Stop it"></div><script defer src="${baseURL}/privacy-widget.js"></script>`,
  )
  await page.goto(`${ann.origin}/privacy`)
  await expect(page.getByRole('status')).toHaveText('Visits of this browser to this site are recorded.')
  await page.getByRole('button', { name: 'Stop it' }).click()
  await expect(page.getByRole('status')).toContainText('are not recorded')
  const kept = (await context.cookies(ann.origin)).filter(({ name }) => name.startsWith('km_'))
  expect(kept.map(({ name, value }) => `${name}=${value}`)).toEqual(['km_optout=1'])
  await page.getByRole('button', { name: 'Record this browser here again' }).click()
  await expect(page.getByRole('status')).toContainText('are recorded')
  expect((await context.cookies(ann.origin)).map(({ name }) => name)).not.toContain('km_optout')
})
