import { expect, test } from 'vitest'
import { statements } from './statements'

test.each([
  ['', []],
  ['-- nothing but a remark;\n', []],
  ['SELECT 1', ['SELECT 1']],
  ['SELECT 1;\n\nSELECT 2;', ['SELECT 1', 'SELECT 2']],
  [`SELECT 'a;b''c;' ; SELECT "x;y" /* ; */;`, [`SELECT 'a;b''c;'`, `SELECT "x;y" /* ; */`]],
  [
    '-- CreateTable; of people\nCREATE TABLE "A" ("b" TEXT);',
    ['-- CreateTable; of people\nCREATE TABLE "A" ("b" TEXT)'],
  ],
  ['BEGIN; SELECT 1; COMMIT;', ['BEGIN', 'SELECT 1', 'COMMIT']],
  [
    'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END; SELECT 3',
    [
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END',
      'SELECT 3',
    ],
  ],
])('%j', (script, expected) => {
  expect(statements(script)).toEqual(expected)
})
