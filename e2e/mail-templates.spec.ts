import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { queueMail } from '@/_audience/outbox.data'
import { type TemplateName, templates } from '@/_audience/templates/registry'
import { topicNames } from '@/_audience/topics'
import { MailApp } from './testing/mail-app'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

test('every message, as it leaves, is readable by everyone: axe finds nothing, images have alternatives', async ({
  page,
}) => {
  const mail = await MailApp.make()
  try {
    const names = Object.keys(templates) as TemplateName[]
    const to = 'ann@example.com'
    await mail.reader(to, [...topicNames])
    await mail.start()
    for (const name of names) {
      const props = templates[name].example as never
      await queueMail(mail.db, { template: name, to, props, key: name }, Date.now())
    }
    await mail.broadcast('Letter')
    await expect.poll(() => mail.provider.delivered.length, { timeout: 60_000 }).toBe(names.length + 1)
    for (const { subject, html, text } of mail.provider.delivered) {
      await page.setContent(html)
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
        subject,
      ).toEqual([])
      await expect(page.locator('img:not([alt])'), subject).toHaveCount(0)
      expect(text.length, subject).toBeGreaterThan(80)
    }
  } finally {
    await mail.close()
  }
})
