import { expect, test } from 'vitest'
import { useTestDb } from '../../e2e/testing/database'
import { openDb } from './db'
import { watchDb } from './db-watch'

test('a commit by anybody is noticed within a second or two, and nothing else is', async () => {
  const { dataDir } = await useTestDb()
  let changes = 0
  const stop = watchDb(dataDir, () => {
    changes++
  })
  await new Promise(resolve => setTimeout(resolve, 1200))
  expect(changes).toBe(0)
  const other = openDb(dataDir)
  await other.setting.create({ data: { name: 'a', value: 'b' } })
  await expect.poll(() => changes, { timeout: 10_000 }).toBe(1)
  stop()
  await other.setting.create({ data: { name: 'c', value: 'd' } })
  await new Promise(resolve => setTimeout(resolve, 1200))
  expect(changes).toBe(1)
  await other.$disconnect()
})
