import { expect, test } from 'vitest'
import { type Facts, judge } from './verdict'

const fine: Facts = {
  trapped: false,
  banned: false,
  links: 0,
  repeated: false,
  spamminess: 0.1,
  pageAge: 60_000,
  known: true,
}

test.each<[string, Partial<Facts>, string, string[]]>([
  ['a known reader', {}, 'approved', []],
  ['a first comment', { known: false }, 'held', ['first']],
  ['three links', { links: 3 }, 'held', ['links']],
  ['seven links', { links: 7 }, 'spam', ['links']],
  ['the trap', { trapped: true }, 'spam', ['trap']],
  ['a banned address', { banned: true, known: true }, 'spam', ['banned']],
  ['the filter in doubt', { spamminess: 0.8 }, 'held', ['unsure']],
  ['the filter sure', { spamminess: 0.99 }, 'spam', ['alike']],
  ['a filter that has learnt nothing', { spamminess: undefined }, 'approved', []],
  ['a text sent before', { repeated: true }, 'held', ['repeated']],
  ['two seconds', { pageAge: 2000 }, 'held', ['quick']],
  ['no page', { pageAge: undefined }, 'held', ['stale']],
  ['a page of last week', { pageAge: 8 * 86_400_000 }, 'held', ['stale']],
])('%s', (_, facts, state, reasons) => expect(judge({ ...fine, ...facts })).toEqual({ state, reasons }))
