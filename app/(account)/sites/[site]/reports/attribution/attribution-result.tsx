import {
  type AttributionAnswer,
  type Model,
  modelNames,
  models,
  touches,
} from '@/_analytics/reports/attribution/attribution-query'
import { Meter } from '@/_ui/chart/meter'
import { change, count, many } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import type { ReportHere } from '../frame/report-here'

const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export function AttributionResult({ page }: { page: ReportHere<'attribution'> }) {
  const { run, read } = page
  if (!run || !read.definition) return null
  const { event, value } = read.definition
  const { total, touches: visits } = run.answer
  const then = run.earlier?.answer.total
  if (total.conversions === 0)
    return (
      <p className="text-lg" role="status">
        “{event}” did not happen on these days. Choose other days, or another conversion.
      </p>
    )
  return (
    <>
      <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat
          name="Conversions"
          value={count(total.conversions)}
          note={then && change(total.conversions, then.conversions)}
        />
        <Stat
          name="People who converted"
          value={
            <BehindLink page={page} cell="all" called={`Did ${event}`}>
              {count(total.people)}
            </BehindLink>
          }
          note={then && change(total.people, then.people)}
        />
        {value && (
          <Stat
            name={`Sum of ${value}`}
            value={amount.format(total.value)}
            note={then && `${amount.format(then.value)} before`}
          />
        )}
        <Stat
          name="Visits before it"
          value={visits === null ? '–' : many(visits, 'visit')}
          note="the median"
        />
      </dl>
      <Credits page={page} of="conversions" title="Conversions by who gets the credit" />
      {value && (
        <div className="mt-10">
          <Credits page={page} of="value" title={`Sum of ${value} by who gets the credit`} />
        </div>
      )}
      <dl className="mt-8 grid max-w-[68ch] gap-y-1 text-[0.9375rem] text-soft">
        {notes.map(([name, text]) => (
          <div key={name} className="flex gap-x-2">
            <dt className="w-24 shrink-0 font-semibold">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const notes: [string, string][] = [
  ['First', 'all of it to the visit that came first'],
  ['Last', 'all of it to the visit that came last'],
  ['Linear', 'the same to each visit'],
  ['Position', '40 % to the first, 40 % to the last, the rest to those between'],
  ['Time decay', 'less the older a visit was: half as much after each half-life'],
]

type Row = AttributionAnswer['rows'][number]
type Props = { page: ReportHere<'attribution'>; of: 'conversions' | 'value'; title: string }

function Credits({ page, of, title }: Props) {
  const { answer } = page.run!
  const { by } = page.read.definition!
  const most = Math.max(...answer.rows.flatMap(({ credit }) => modelNames.map(model => credit[model][of])), 1)
  const cell = (model: Model) => ({
    name: models[model],
    numeric: true,
    cell: ({ name, credit }: Row) => (
      <>
        <BehindLink page={page} cell={model} segment={name} called={`${name}, ${models[model]} model`}>
          {amount.format(credit[model][of])}
        </BehindLink>
        <Meter share={credit[model][of] / most} />
      </>
    ),
  })
  return (
    <>
      <h3 className="mb-2 text-2xl">{title}</h3>
      <Table
        caption={title}
        hideCaption
        rows={answer.rows}
        rowKey={({ name }) => name}
        columns={[
          { name: touches[by], cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
          {
            name: 'People',
            numeric: true,
            cell: ({ name, people }) => (
              <BehindLink page={page} cell="all" segment={name} called={`Led by ${name}`}>
                {count(people)}
              </BehindLink>
            ),
          },
          ...modelNames.map(cell),
        ]}
        foot={['All', count(answer.total.people), ...modelNames.map(() => amount.format(answer.total[of]))]}
      />
    </>
  )
}
