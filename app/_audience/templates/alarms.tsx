import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
const count = new Intl.NumberFormat('en')

/** To the owners of a site from which nothing comes any more. `last` is the newest event's time, Unix ms. */
export const hitsStopped = template({
  props: z.object({ site: z.string(), last: z.number().int(), health: z.url() }),
  scope: () => 'account',
  subject: ({ site }) => `No hits from ${site}`,
  example: {
    site: 'Halden Tea',
    last: 1_774_600_000_000,
    health: 'https://firsthand.example/sites/x/health',
  },
  Body: ({ site, last, health }) => (
    <Frame title={`Nothing arrives from ${site}`} preview="It usually does at this time of the week.">
      <Line>
        The newest event is of {time.format(last)} UTC. In both weeks before, the hours since then had events.
      </Line>
      <Line>Often the tracker was lost in a release, or a content security policy blocks it.</Line>
      <Press href={health}>See what arrived and what was refused</Press>
      <Small>There is no further message about this until events have arrived again.</Small>
    </Frame>
  ),
})

/** To the operator's owners: hits arrive for keys that no site has. */
export const unknownKeys = template({
  props: z.object({ count: z.number().int(), day: z.string(), usual: z.number().int() }),
  scope: () => 'account',
  subject: () => 'Hits with unknown keys',
  example: { count: 1234, day: '2026-03-27', usual: 12 },
  Body: ({ count: hits, day, usual }) => (
    <Frame title="Hits with keys that no site has" preview={`${count.format(hits)} of them on ${day}.`}>
      <Line>
        {count.format(hits)} hits came on {day} (UTC) with keys that belong to no site. On the worst of the
        seven days before there were {count.format(usual)}.
      </Line>
      <Line>
        Somebody's pages carry a mistyped key, or the key of a site that was removed. Nothing of these hits is
        kept, so we cannot say whose they are.
      </Line>
    </Frame>
  ),
})
