import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Site, siteSettings } from '@/_analytics/sites'
import { bundleTracker } from './build'
import { trackerConfig } from './config'

/** Bytes of a text as the server sends it. */
const compressed = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

const site = { settings: siteSettings.parse({}) } as Site
const withSettings = (script: string, more?: string) =>
  script.replace('FIRSTHAND_CONFIG', JSON.stringify(trackerConfig(site, undefined, more)))

describe('what a page loads, brotli 11', () => {
  it('is at most 2,000 bytes for the core, with the settings of a new site inside', async () => {
    expect(compressed(withSettings(await bundleTracker('t'), 't.01234567.js'))).toBeLessThanOrEqual(2000)
  })

  it('is at most 6,000 bytes for everything, in two parts or in one', async () => {
    const core = compressed(withSettings(await bundleTracker('t'), 't.01234567.js'))
    expect(core + compressed(await bundleTracker('more'))).toBeLessThanOrEqual(6000)
    expect(compressed(withSettings(await bundleTracker('full')))).toBeLessThanOrEqual(6000)
  })
})
