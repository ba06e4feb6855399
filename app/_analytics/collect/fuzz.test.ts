import { expect, test } from 'vitest'
import { startCollector } from './collector.fixture'
import { fuzz, fuzzSettings } from './fuzz.fixture'

test('20,000 random requests are all answered, and nothing is stored that a rule forbids', async () => {
  const collector = await startCollector({ settings: fuzzSettings, trustedProxies: 1 })
  try {
    const { sent, stored } = await fuzz(collector, 20_000)
    expect(sent).toBe(20_000)
    // Otherwise the requests would not have reached the later steps.
    expect(stored).toBeGreaterThan(1000)
  } finally {
    await collector.stop()
  }
}, 240_000)
