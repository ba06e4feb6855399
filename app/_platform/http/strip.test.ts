import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { stripRuntime } from './strip'

test('the runtime goes; data, our own files and marked scripts stay', () => {
  const page = [
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/>',
    '<link rel="preload" as="font" href="/f.woff2"/>',
    '<link rel="stylesheet" href="/_next/static/a.css"/>',
    '<script src="/_next/static/a.js" async=""></script>',
    '<script>self.__next_f.push([1,"x"])</script>',
    '<script type="application/ld+json">{"a":1}</script>',
    '<script defer="" src="/t.js" data-key="k"></script>',
    '<script data-keep="">let a = 1</script>',
    '<p>a<!-- -->b<!--$-->c<!--/$--></p>',
  ].join('')
  const { html, hashes } = stripRuntime(page)
  expect(html).toBe(
    [
      '<link rel="preload" as="font" href="/f.woff2"/>',
      '<link rel="stylesheet" href="/_next/static/a.css"/>',
      '<script type="application/ld+json">{"a":1}</script>',
      '<script defer="" src="/t.js" data-key="k"></script>',
      '<script data-keep="">let a = 1</script>',
      '<p>abc</p>',
    ].join(''),
  )
  expect(hashes).toEqual([createHash('sha256').update('let a = 1').digest('base64')])
})
