import { expect, test } from '@playwright/test'
import { registerFor, sendComment, staffAt, subjectsTo } from './readers'

test.use({ javaScriptEnabled: false })

const ask = 'Confirm that you want our mail'

test('U3: a comment or a registration subscribes nobody unless its own, unticked box was ticked', async ({
  page,
  browser,
}) => {
  const address = (name: string) => `u3-${name}-${Date.now()}@example.com`
  const [quiet, wanting, guest, keen] = ['quiet', 'wanting', 'guest', 'keen'].map(address) as [
    string,
    string,
    string,
    string,
  ]
  const slug = 'moving-from-kissmetrics'
  const comment = { post: 'reading-a-funnel', name: 'Reader', text: 'A question about the window.' }
  await sendComment(page, { ...comment, email: quiet })
  await registerFor(page, { slug, email: guest })
  await sendComment(page, {
    ...comment,
    email: wanting,
    text: 'A question about the steps.',
    newsletter: true,
  })
  await registerFor(page, { slug, email: keen, news: true })

  const staff = await staffAt(browser, '/staff/mail')
  for (const one of [wanting, keen])
    await expect.poll(() => subjectsTo(staff, one), { timeout: 30_000 }).toContain(ask)
  await expect.poll(() => subjectsTo(staff, guest), { timeout: 30_000 }).toHaveLength(1)
  for (const one of [quiet, guest]) expect(await subjectsTo(staff, one)).not.toContain(ask)
  await staff.close()
})
