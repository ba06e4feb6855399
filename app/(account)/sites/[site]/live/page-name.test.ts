import { expect, test } from 'vitest'
import { pageName } from './page-name'

test.each([
  ['https://marlow.example/shoes?size=9', '/shoes?size=9'],
  ['https://www.google.com/', 'google.com'],
  ['https://github.com/marlow/finch', 'github.com/marlow/finch'],
  ['Direct', 'Direct'],
  ['signed up', 'signed up'],
  ['http://', 'http://'],
])('%s is shown as %s', (text, shown) => {
  expect(pageName(text, 'marlow.example')).toBe(shown)
})
