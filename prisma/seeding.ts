import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureOwnSite } from '@/_accounts/operator'
import { type DemoSite, filled, siteById } from '@/_analytics/demo/demo.data'
import { fill, usualSize } from '@/_analytics/demo/fill'
import { seedComments } from '@/_blog/comments/demo.data'
import { systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { lockDataDir } from '@/_platform/lock'
import { seedRegistrations } from '@/_webinars/demo.data'
import { brand } from '@/brand'
import { ensureDemo } from './demo'
import { bringUpToDate } from './migrate'
import { progressLine } from './progress'

type Show = typeof progressLine

export type Seeding = {
  /** Hits to add to one site, as typed. */
  events?: string | undefined
  /** Which site gets them, by its id; without it the operator's own. */
  site?: string | undefined
  /** How many hits each demo site begins with. */
  sizes?: { own: number; client: number }
  show?: Show
}

/**
 * Makes what a data folder begins with: the operator's account and site, and with DEMO=on the demo. With `events`
 * that many more hits go into one site.
 * @throws Error with a sentence for the person who typed the command
 */
export async function seed(given: Seeding): Promise<void> {
  const { sizes = usualSize, show = progressLine } = given
  await bringUpToDate(env.DATA_DIR)
  const release = lockDataDir(env.DATA_DIR)
  try {
    const demo = env.DEMO === 'on' ? await ensureDemo() : undefined
    if (given.events !== undefined) return await add(given.site, given.events, demo?.own, show)
    if (demo) {
      await begin(demo.own, sizes.own, show)
      await begin(demo.client, sizes.client, show)
      await seedComments(systemClock())
      await seedRegistrations(systemClock)
      return
    }
    await ensureOwnSite({ operator: brand.operator.name, name: brand.name, url: env.SITE_URL })
    if (env.DEMO === 'on')
      console.log('  This data folder was begun with DEMO=off: no demo data is added to it.')
  } finally {
    await db().$disconnect()
    release()
  }
}

async function add(
  id: string | undefined,
  events: string,
  own: DemoSite | undefined,
  show: Show,
): Promise<void> {
  const wanted = Number(events.replaceAll(/[_,]/g, ''))
  if (!Number.isSafeInteger(wanted) || wanted < 1)
    throw new Error(`--events takes a whole number, not "${events}".`)
  const site = id === undefined ? own : await siteById(id)
  if (!site)
    throw new Error(
      id === undefined
        ? 'There is no demo site here: name a site with --site ID.'
        : `There is no site with the id ${id} in ${env.DATA_DIR}.`,
    )
  await write(site, wanted, show)
}

/** Fills a demo site the first time; what an interrupted first time has left is thrown away. */
async function begin(site: DemoSite, events: number, show: Show): Promise<void> {
  const { batches, interrupted } = await filled(site.id)
  if (batches > 0) return
  if (interrupted)
    for (const part of ['', '-wal', '-shm'])
      rmSync(join(env.DATA_DIR, 'sites', `${site.id}.db${part}`), { force: true })
  await write(site, events, show)
}

async function write(site: DemoSite, events: number, show: Show): Promise<void> {
  const line = show(new URL(site.url).host, events)
  line.end(await fill(env.DATA_DIR, site, { events, now: systemClock() }, line.at))
}
