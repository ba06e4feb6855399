import { z } from 'zod'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, day, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { shared } from '@/_platform/shared'
import { cleanName } from '../collect/normalise'
import { siteFor, siteToChange, updateSite } from '../sites.data'
import type { EventStore } from '../store/event-store'
import { displayName } from './display-name'

export const kinds = ['event', 'property'] as const
export type Kind = (typeof kinds)[number]

export type Entry = {
  kind: Kind
  /** As it is stored: lower case. */
  name: string
  /** What it is called: as somebody named it, or made from the name. */
  title: string
  description: string
  /** Gone from menus and Live; still collected. */
  hidden: boolean
  /** Not stored any more. */
  blocked: boolean
  /** Of an event all it ever was; of a property its values in the last 30 days. */
  count: number
  /** UTC; undefined for what is only on a list. */
  lastDay: string | undefined
  /** A property with numbers and texts among its values: sums and ranges of it leave the texts out. */
  mixed: boolean
}

export type Library = { events: Entry[]; properties: Entry[] }

const countedDays = 30

/**
 * Everything that a site has seen, and what its members say about it, most frequent first.
 * @throws AppError as siteFor
 */
export async function libraryOf(
  viewer: Viewer | null,
  siteId: string,
  clock: Clock = systemClock,
): Promise<Library> {
  const site = await siteFor(viewer, siteId)
  const store = shared<EventStore>('store')
  const since = new Date(clock() - (countedDays - 1) * day).toISOString().slice(0, 10)
  const [{ events }, { properties }, rows] = await Promise.all([
    store.query(site.id, { report: 'events' }),
    store.query(site.id, { report: 'properties', since }),
    db().libraryEntry.findMany({ where: { siteId: site.id } }),
  ])
  const { blockedEvents, blockedProperties } = site.settings
  const list = (kind: Kind, seen: Seen[], blockedNames: string[]): Entry[] => {
    const said = new Map(rows.filter(row => row.kind === kind).map(row => [row.name, row]))
    const blocked = new Set(blockedNames.map(cleanName))
    const known = new Set(seen.map(one => one.name))
    const unseen = [...blocked].filter(name => name && !known.has(name))
    return [...seen, ...unseen.map((name): Seen => ({ name, count: 0 }))].map(one => ({
      kind,
      name: one.name,
      title: said.get(one.name)?.displayName || displayName(one.name),
      description: said.get(one.name)?.description ?? '',
      hidden: said.get(one.name)?.hidden ?? false,
      blocked: blocked.has(one.name),
      count: one.count,
      lastDay: one.lastDay,
      mixed: one.mixed ?? false,
    }))
  }
  return {
    events: list('event', events, blockedEvents),
    properties: list('property', properties, blockedProperties),
  }
}

type Seen = { name: string; count: number; lastDay?: string; mixed?: boolean }

/** The events that a site's members have hidden. Only for reports that a viewer of the site asks for. */
export async function hiddenEvents(siteId: string): Promise<string[]> {
  const rows = await db().libraryEntry.findMany({
    where: { siteId, kind: 'event', hidden: true },
    select: { name: true },
  })
  return rows.map(row => row.name)
}

export const entryChange = z.object({
  kind: z.enum(kinds),
  name: z.string().min(1).max(255),
  displayName: z.string().trim().max(120, 'At most 120 characters.'),
  description: z.string().trim().max(1000, 'At most 1,000 characters.'),
  hidden: z.boolean(),
  blocked: z.boolean(),
})

/**
 * Names, describes, hides or blocks an event or a property. What is blocked is refused from the next second on;
 * what is stored already stays. The name that was tracked never changes.
 * @throws AppError as siteToChange; 'not_found' for what the site has neither seen nor blocked
 */
export async function changeEntry(
  viewer: Viewer | null,
  siteId: string,
  change: z.infer<typeof entryChange>,
  clock: Clock = systemClock,
): Promise<void> {
  const { viewer: actor, site } = await siteToChange(viewer, siteId, 'library.update', clock)
  const { kind, name, displayName: title, blocked, ...said } = change
  const { events, properties } = await libraryOf(viewer, siteId, clock)
  const entry = (kind === 'event' ? events : properties).find(one => one.name === name)
  if (!entry) throw new AppError('not_found', `There is no such ${kind}.`, 'displayName')
  const values = { ...said, displayName: title === displayName(name) ? '' : title }
  const id = { siteId, kind, name }
  await db().$transaction(async tx => {
    await tx.libraryEntry.upsert({
      where: { siteId_kind_name: id },
      create: { ...id, ...values },
      update: values,
    })
    const note = { actorId: actor.userId, accountId: site.accountId, action: 'library.update', at: clock() }
    await audit(tx, { ...note, subject: siteId, detail: { kind, name, hidden: said.hidden } })
  })
  if (blocked === entry.blocked) return
  const field = kind === 'event' ? 'blockedEvents' : 'blockedProperties'
  const others = site.settings[field].filter(one => cleanName(one) !== name)
  await updateSite(viewer, siteId, { settings: { [field]: blocked ? [...others, name] : others } }, clock)
}
