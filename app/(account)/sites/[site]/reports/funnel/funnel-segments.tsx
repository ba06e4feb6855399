import { type FunnelSegment, rateOf } from '@/_analytics/reports/funnel/funnel-query'
import { Meter } from '@/_ui/chart/meter'
import { count, percent } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import type { ReportHere } from '../frame/report-here'

const most = 50

/** How far each segment came, and how sure it is that its rate differs from that of all others together. */
export function FunnelSegments({
  page,
  segments,
}: {
  page: ReportHere<'funnel'>
  segments: FunnelSegment[]
}) {
  const steps = page.run!.answer.steps
  const highest = Math.max(0.0001, ...segments.map(one => rateOf(one.reached.at(-1)!, one.reached[0]!) ?? 0))
  const property = page.read.definition?.segment?.property ?? ''
  return (
    <section className="mt-12" aria-labelledby="segments">
      <h3 id="segments" className="mb-3 text-2xl">
        By {property}
      </h3>
      <Table
        caption={`The funnel by ${property}`}
        hideCaption
        rows={segments.slice(0, most)}
        rowKey={({ name }) => name}
        columns={[
          { name: property, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
          ...steps.map(({ event }, at) => ({
            name: `${at + 1} ${event}`,
            numeric: true,
            cell: ({ name, reached }: FunnelSegment) => (
              <BehindLink
                page={page}
                cell={`reached.${at + 1}`}
                segment={name}
                called={`Reached step ${at + 1} in ${name}`}
              >
                {count(reached[at]!)}
              </BehindLink>
            ),
          })),
          {
            name: 'All the way',
            numeric: true,
            cell: ({ reached }) => percent(rateOf(reached.at(-1)!, reached[0]!)),
          },
          {
            name: 'Share',
            cell: ({ reached }) => <Meter share={(rateOf(reached.at(-1)!, reached[0]!) ?? 0) / highest} />,
          },
          { name: 'Against all others', cell: ({ certainty }) => sureness(certainty) },
        ]}
      />
      <p className="mt-3 max-w-[68ch] text-[0.9375rem] text-soft">
        {segments.length > most && `The ${most} largest of ${count(segments.length)}; the CSV has all. `}
        The last column is the probability that the segment’s true rate is above, or below, that of all others
        together (normal approximation of two Beta distributions). It is left open where either side has fewer
        than five people who came all the way or who did not. Among twenty segments one is “95 % sure” by
        chance.
      </p>
    </section>
  )
}

function sureness(certainty: number | null): string {
  if (certainty === null) return 'too few to say'
  if (certainty > 0.95) return `higher, ${percent(certainty)} sure`
  if (certainty < 0.05) return `lower, ${percent(1 - certainty)} sure`
  return 'no clear difference'
}
