import { addressHash } from '@/_audience/address'
import { type Clock, day, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { syncSchedules } from './schedule.data'
import { webinars } from './webinars'

const first = ['Marta', 'Owen', 'Petra', 'Dario', 'Ines', 'Bo', 'Ruth', 'Lea', 'Nikhil', 'Jun', 'Sam', 'Aiko']
const last = [
  'Linde',
  'Adeyemi',
  'Novak',
  'Conti',
  'Carvalho',
  'Hallgren',
  'Feldman',
  'Brandt',
  'Rao',
  'Tanabe',
]
const zones = ['America/Los_Angeles', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Europe/London']

/** Fills the demo's webinars, once: who registered, who came and who cancelled. Nobody is mailed for it. */
export async function seedRegistrations(clock: Clock): Promise<void> {
  await syncSchedules(webinars, clock)
  if ((await db().registration.count()) > 0) return
  const now = clock()
  for (const [nth, { slug, startsAt, endsAt }] of webinars.entries()) {
    const people = endsAt < now ? 64 - 9 * nth : 41
    const opened = Math.min(startsAt, now) - 20 * day
    const rows = Array.from({ length: people }, (_, at) => {
      const given = first[(at * 5 + nth) % first.length]!
      const family = last[(at * 7 + nth * 3 + Math.floor(at / first.length)) % last.length]!
      const email = `${given}.${family}.${at}@readers.example`.toLowerCase()
      const cancelled = at % 13 === 7
      const came = !cancelled && endsAt < now && at % 5 < 3
      return {
        id: `registration_demo${nth}${String(at).padStart(10, '0')}`,
        webinar: slug,
        name: `${given} ${family}`,
        email,
        emailHash: addressHash(email),
        website: at % 3 === 0 ? `https://${family.toLowerCase()}.example` : null,
        zone: zones[at % zones.length]!,
        state: cancelled ? 'cancelled' : 'registered',
        sequence: cancelled ? 2 : 1,
        createdAt: new Date(opened + ((at * 37) % 100) * 4 * hour),
        ...(cancelled && { cancelledAt: new Date(Math.min(startsAt, now) - day) }),
        ...(came && { attendedAt: new Date(startsAt + ((at * 11) % 20) * minute - 5 * minute) }),
      }
    })
    await db().registration.createMany({ data: rows })
  }
}
