import { expect, test } from 'vitest'
import { compileLetter } from './compile'

const refused: [what: string, source: string, says: RegExp][] = [
  ['an expression', 'Hello {process.env.SECRET}', /Line 1: code in braces/],
  ['an expression on its own', 'One\n\n{1 + 1}', /Line 3: code in braces/],
  ['an import', "import x from 'fs'\n\nHello", /Line 1: code in braces or imports/],
  ['an export', 'export const x = 1', /imports can’t be used/],
  ['an attribute with code', '<Press href={x}>Go</Press>', /takes href as plain text/],
  ['spread attributes', '<Press {...x}>Go</Press>', /as plain text/],
  ['HTML', 'Hello <script>alert(1)</script>', /<script> is not known/],
  ['an inherited name', '<constructor />', /is not known/],
  ['a link that is a script', '[a](javascript:alert)', /a link begins with/],
  ['a button that is a script', '<Press href="javascript:1">Go</Press>', /a link begins with/],
  ['a link to another host without a scheme', '[a](//evil.example)', /a link begins with/],
  ['an image without words', '![](https://x.example/a.png)', /alternative text/],
  ['a component without what it needs', '<Post />', /needs of=/],
  ['an open tag', '<Note title="a">', /Line 1/],
]

test.each(refused)('%s is refused, naming the line', async (_what, source, says) => {
  await expect(compileLetter(source)).rejects.toMatchObject({ code: 'invalid', field: 'source' })
  await expect(compileLetter(source)).rejects.toThrow(says)
})

test('Markdown with tables and the known components passes, and names its posts', async () => {
  const source =
    '# A\n\n| a | b |\n| --- | --: |\n| 1 | 2 |\n\n<Note title="N">\nText\n</Note>\n\n<PostCard of="x" />'
  expect((await compileLetter(source)).posts).toEqual(['x'])
})
