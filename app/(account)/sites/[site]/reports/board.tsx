import Link from 'next/link'
import type { Access } from '@/_analytics/reports/access.data'
import { dayIn } from '@/_analytics/reports/calendar'
import { readDefinition } from '@/_analytics/reports/definition/read'
import { kindOf } from '@/_analytics/reports/kinds'
import { unitOf } from '@/_analytics/reports/metrics/metrics-query'
import { runReport } from '@/_analytics/reports/run'
import type { Saved } from '@/_analytics/reports/saved.data'
import { systemClock } from '@/_platform/clock'
import { Spark } from '@/_ui/chart/spark'
import { fullDay } from '@/_ui/format'
import { figure } from './frame/figure'

/** Saved metrics side by side, each with its course and what it was before. */
export function Board({ access, here, saved }: { access: Access; here: string; saved: Saved[] }) {
  const placed = saved
    .filter(one => one.place !== null && one.report === 'metrics')
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  if (placed.length === 0) return null
  return (
    <section aria-labelledby="board" className="mb-10">
      <h2 id="board" className="mb-3 text-2xl">
        Board
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {placed.map(one => (
          <li key={one.id} className="rounded-md border border-rule bg-sheet p-4">
            <Tile access={access} here={here} saved={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Tile({ access, here, saved }: { access: Access; here: string; saved: Saved }) {
  const now = systemClock()
  const today = dayIn(access.site.timezone, now)
  const query = Object.fromEntries(new URLSearchParams(saved.query))
  const { definition, days } = readDefinition(kindOf('metrics').schema, query, today)
  const name = (
    <Link href={`${here}/metrics?${saved.query}`} className="link wrap-anywhere">
      {saved.name}
    </Link>
  )
  if (!definition) return <p>{name} can’t be read any more. Open it and save it again.</p>
  const asked = { definition: { ...definition, compare: true }, days, today, now }
  const { answer, earlier } = await runReport(access, 'metrics', asked)
  const unit = unitOf(definition)
  return (
    <>
      <p className="font-semibold">{name}</p>
      <p className="figures mt-1 font-display text-[2.25rem] leading-tight text-data">
        {figure(answer.total.value, unit)}
      </p>
      <p className="text-sm text-soft">
        {figure(earlier?.answer.total.value ?? null, unit)} before; {fullDay(days.from)} to {fullDay(days.to)}
      </p>
      <Spark values={answer.series.map(point => point.value ?? 0)} className="mt-2" />
      <form method="post" action={`${here}/saved`} className="print:hidden">
        <button type="submit" name="unplace" value={saved.id} className="link cursor-pointer text-sm">
          Take off the board<span className="sr-only">: {saved.name}</span>
        </button>
      </form>
    </>
  )
}
