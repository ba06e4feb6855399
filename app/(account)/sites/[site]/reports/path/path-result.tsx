import { keyOf, type PathRow, stepText } from '@/_analytics/reports/path/path-query'
import { change, count, many, percent, took } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import type { ReportHere } from '../frame/report-here'
import { FlowDrawing } from './flow-drawing'

export function PathResult({ page }: { page: ReportHere<'path'> }) {
  const { run, read } = page
  if (!run || !read.definition) return null
  const { people, conversions, seconds, paths, of } = run.answer
  const then = run.earlier?.answer
  const { end, side } = read.definition
  if (people === 0)
    return (
      <p className="text-lg" role="status">
        Nobody went this way on these days. Choose other days, another start, or leave the end open.
      </p>
    )
  return (
    <>
      <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat
          name={side === 'last' ? 'Came to the end' : 'Began'}
          value={
            <BehindLink page={page} cell="all" called="Everybody on these paths">
              {count(people)}
            </BehindLink>
          }
          note={then && change(people, then.people)}
        />
        {end && (
          <>
            <Stat
              name={`Reached ${end.event}`}
              value={count(conversions)}
              note={then && change(conversions, then.conversions)}
            />
            <Stat
              name="Of those who began"
              value={percent(conversions / people)}
              note={then && `${percent(then.people ? then.conversions / then.people : null)} before`}
            />
            <Stat name="Time it took" value={took(seconds)} note="the mean of the paths’ medians" />
          </>
        )}
      </dl>
      <FlowDrawing answer={run.answer} />
      <h3 className="mt-12 mb-2 text-2xl">
        {of > paths.length ? `The ${paths.length} most used paths of ${count(of)}` : many(of, 'path')}
      </h3>
      <Table
        caption="Paths, the most people first"
        hideCaption
        rows={paths}
        rowKey={({ steps }) => keyOf(steps)}
        columns={[
          { name: 'Path', cell: row => <Steps row={row} side={side} /> },
          {
            name: 'People',
            numeric: true,
            cell: ({ steps, people }) => (
              <BehindLink
                page={page}
                cell="path"
                segment={keyOf(steps)}
                called={`Went ${steps.map(stepText).join(', ')}`}
              >
                {count(people)}
              </BehindLink>
            ),
          },
          { name: 'Share', numeric: true, cell: row => percent(row.people / people) },
          ...(end
            ? [
                { name: 'Converted', numeric: true, cell: (row: PathRow) => count(row.conversions) },
                {
                  name: 'Rate',
                  numeric: true,
                  cell: (row: PathRow) => percent(row.conversions / row.people),
                },
                { name: 'Half took less', numeric: true, cell: (row: PathRow) => took(row.median) },
              ]
            : []),
        ]}
      />
    </>
  )
}

function Steps({ row: { steps, more }, side }: { row: PathRow; side: 'first' | 'last' }) {
  const rest = Math.floor(more)
  const hidden = rest > 0 && <li className="text-soft">+ {rest} more</li>
  return (
    <ol className="flex min-w-56 flex-wrap gap-x-2 gap-y-1">
      {side === 'last' && hidden}
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step may stand twice in a path
        <li key={at} className="flex gap-x-2">
          {at > 0 && (
            <span aria-hidden="true" className="text-soft">
              ›
            </span>
          )}
          <span className="wrap-anywhere">{stepText(step)}</span>
        </li>
      ))}
      {side === 'first' && hidden}
    </ol>
  )
}
