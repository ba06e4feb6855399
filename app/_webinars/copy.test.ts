import { expect, test } from 'vitest'
import { frontMatter } from '@/_blog/build/front-matter'
import { webinarSchema } from '@/_blog/build/schemas'
import { webinarCopy } from './copy'
import { webinars } from './webinars'

test.each(webinars.map(webinar => [webinar.slug, webinar] as const))(
  'a copy of %s is a file that the build takes',
  (slug, webinar) => {
    const old = { ...webinar, replay: 'https://video.example/1', cancelled: true }
    const { name, text } = webinarCopy(old, '2027-01-14T10:00')
    expect(name).toBe(`${slug}-2027-01-14.mdx`)
    const read = frontMatter(webinarSchema).parse(text)
    expect(read).toMatchObject({
      title: webinar.title,
      start: '2027-01-14T10:00',
      cancelled: false,
      content: webinar.source,
    })
    expect(read.replay).toBeUndefined()
  },
)

test('a copy needs a time', () => {
  for (const start of ['', 'tomorrow', '2027-13-01T10:00', '2027-01-14T10:00"'])
    expect(() => webinarCopy(webinars[0]!, start)).toThrow('date and a time')
})
