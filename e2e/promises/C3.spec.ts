import { expect, test } from '@playwright/test'
import { sendComment, staffAt } from './readers'

test.use({ javaScriptEnabled: false })

test('C3: nobody but staff is ever shown a commenter’s address', async ({ page, browser }) => {
  const local = `c3${Date.now()}`
  const email = `${local}@example.com`
  const post = 'why-first-party'
  const text = `Said ${local.slice(2)} times.`
  await sendComment(page, { post, name: 'Cora', email, text })
  const own = await page.content()
  const staff = await staffAt(browser, '/staff/comments')
  const row = staff.getByRole('listitem').filter({ hasText: text })
  await expect(row).toContainText(email)
  await row.getByRole('button', { name: 'Approve' }).click()
  await expect(staff.getByRole('status')).toContainText('Approved')
  await staff.close()

  await page.goto(`/blog/${post}`)
  const comment = page.getByRole('listitem').filter({ hasText: text }).last()
  await expect(comment).toBeVisible()
  const id = await comment.getAttribute('id')
  const open = [
    `/blog/${post}`,
    `/blog/${post}/comments.xml`,
    `/blog/${post}.md`,
    '/blog/feed.xml',
    '/blog/atom.xml',
    '/blog/feed.json',
    `/comments/reply?to=${id}`,
    `/comments/report?id=${id}`,
    `/comments/own?id=${id}`,
    `/comments/waiting?post=${post}`,
  ]
  expect(own).not.toContain(local)
  for (const path of open) {
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(await answer.text(), path).not.toContain(local)
  }
})
