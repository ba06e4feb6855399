import type { AbAnswer, AbVariation } from '@/_analytics/reports/ab/ab-query'
import { Meter } from '@/_ui/chart/meter'
import { count, fullDay, percent } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import type { ReportHere } from '../frame/report-here'
import { Intervals } from './intervals'

export function AbResult({ page }: { page: ReportHere<'ab'> }) {
  const { run, read } = page
  if (!run || !read.definition) return null
  const { variations, baseline, crossed, needed } = run.answer
  const { property, goal, guards } = read.definition
  if (variations.length === 0)
    return (
      <p className="text-lg" role="status">
        Nobody had a value of “{property}” on these days. Choose the property that says which variation
        somebody saw.
      </p>
    )
  const compared = variations.some(one => one.certainty !== undefined)
  const least = Math.min(...variations.map(one => one.people))
  return (
    <>
      <Verdict answer={run.answer} property={property} />
      <div className="mt-8">
        <Intervals variations={variations} />
      </div>
      <div className="mt-6">
        <Table
          caption={`Variations of ${property}`}
          hideCaption
          rows={variations}
          rowKey={({ name }) => name}
          columns={[
            {
              name: 'Variation',
              cell: ({ name }) => (
                <span className="wrap-anywhere">
                  {name}
                  {name === baseline && <span className="text-soft"> (baseline)</span>}
                </span>
              ),
            },
            {
              name: 'People',
              numeric: true,
              cell: ({ name, people }) => (
                <BehindLink page={page} cell="people" segment={name} called={`Saw ${name}`}>
                  {count(people)}
                </BehindLink>
              ),
            },
            {
              name: goal.event,
              numeric: true,
              cell: ({ name, conversions }) => (
                <BehindLink
                  page={page}
                  cell="goal"
                  segment={name}
                  called={`Saw ${name} and came to the goal`}
                >
                  {count(conversions)}
                </BehindLink>
              ),
            },
            { name: 'Rate', numeric: true, cell: ({ rate }) => percent(rate) },
            { name: 'Rate, 95 % sure', numeric: true, cell: ({ between }) => interval(between) },
            ...(compared
              ? [
                  { name: 'Improvement', numeric: true, cell: (one: AbVariation) => signed(one.improvement) },
                  {
                    name: 'Improvement, 95 % sure',
                    numeric: true,
                    cell: (one: AbVariation) =>
                      one.improvementBetween
                        ? `${signed(one.improvementBetween[0])} to ${signed(one.improvementBetween[1])}`
                        : '–',
                  },
                  {
                    name: 'Better, how sure',
                    numeric: true,
                    cell: (one: AbVariation) => percent(one.certainty),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {guards.length > 0 && (
        <section className="mt-10" aria-labelledby="guards">
          <h3 id="guards" className="mb-3 text-2xl">
            What must not get worse
          </h3>
          <Table
            caption="Guardrails"
            hideCaption
            rows={variations}
            rowKey={({ name }) => name}
            columns={[
              { name: 'Variation', cell: ({ name }) => name },
              ...guards.map(({ event }, at) => ({
                name: event,
                numeric: true,
                cell: ({ guards: mine }: AbVariation) => {
                  const one = mine[at]!
                  const worse = one.certainty !== undefined && one.certainty !== null && one.certainty < 0.05
                  return `${percent(one.rate)}${worse ? `, worse: ${percent(1 - one.certainty!)} sure` : ''}`
                },
              })),
            ]}
          />
        </section>
      )}
      <dl className="mt-8 grid gap-x-10 gap-y-4 text-[0.9375rem] sm:grid-cols-3">
        <div>
          <dt className="eyebrow">People needed in each</dt>
          <dd className="mt-1">
            {count(Math.min(least, needed))} of {count(needed)}
            <Meter share={least / needed} />
          </dd>
        </div>
        <div>
          <dt className="eyebrow">Shares by chance</dt>
          <dd className="mt-1">
            {percent(run.answer.shares)}
            <span className="block text-soft">below 0.1 % the split is broken</span>
          </dd>
        </div>
        <div>
          <dt className="eyebrow">Saw several variations</dt>
          <dd className="mt-1">
            {count(crossed)}
            <span className="block text-soft">left out</span>
          </dd>
        </div>
      </dl>
    </>
  )
}

function Verdict({ answer, property }: { answer: AbAnswer; property: string }) {
  const { verdict, threshold, baseline } = answer
  switch (verdict.kind) {
    case 'unsound':
      return (
        <Notice kind="bad" title="The split is broken: no verdict">
          The variations of “{property}” have numbers of people that equal chances do not bring about. Look
          for a redirect, a cache or a script that loses people of one variation, and begin the test again.
        </Notice>
      )
    case 'waiting':
      return (
        <Notice title="No verdict yet">
          {verdict.people > 0 &&
            `The smallest variation lacks ${count(verdict.people)} people of those stated before. `}
          {verdict.until && `The test runs until ${fullDay(verdict.until)}. `}
          Rates are shown, comparisons are not: stopping at the first good moment finds winners where there
          are none.
        </Notice>
      )
    case 'winner':
      return (
        <Notice kind="good" title={`“${verdict.name}” is better than “${baseline}”`}>
          It is more than {percent(threshold)} sure, with the people and the time that were stated before.
        </Notice>
      )
    case 'loser':
      return (
        <Notice kind="good" title={`“${verdict.name}” is worse than “${baseline}”`}>
          It is more than {percent(threshold)} sure, with the people and the time that were stated before.
        </Notice>
      )
    case 'none':
      return (
        <Notice title="No clear difference">
          A change as large as the one stated would most likely have shown. Keep “{baseline}”, or whichever is
          cheaper to keep.
        </Notice>
      )
  }
}

const interval = (between: [number, number] | null) =>
  between ? `${percent(between[0])} to ${percent(between[1])}` : '–'

function signed(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–'
  return `${share > 0 ? '+' : ''}${percent(share)}`
}
