import { expect, test } from 'vitest'
import { compileMdx } from './compile'

test('headings become the table of contents and link to themselves', async () => {
  const { headings, code } = await compileMdx(
    '## First part\n\n### Its half\n\n#### Too deep\n\n## First part',
  )
  expect(headings).toEqual([
    { depth: 2, id: 'first-part', text: 'First part' },
    { depth: 3, id: 'its-half', text: 'Its half' },
    { depth: 2, id: 'first-part-1', text: 'First part' },
  ])
  expect(code).toContain('#first-part-1')
})

test('code is coloured by classes, never by style', async () => {
  const { code } = await compileMdx('```javascript\nconst a = 1\n```\n\n| n |\n| ---: |\n| 1 |')
  expect(code).toContain('tk-keyword')
  expect(code).not.toContain('style')
})

test('a mistake in MDX says where it is', async () => {
  await expect(compileMdx('fine\n\n<Open>')).rejects.toThrow(/3:1/)
})
