import { expect, test } from 'vitest'
import { killRounds } from './kill.fixture'

test('a collector that is killed under load loses nothing it acknowledged, and stores no retry twice', async () => {
  const { acknowledged, lost, doubled } = await killRounds(3)
  expect(acknowledged).toBeGreaterThan(20)
  expect({ lost, doubled }).toEqual({ lost: [], doubled: 0 })
}, 120_000)
