import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Chart, type Series } from './chart'
import { summarise } from './summary'

const points = ['Mon 2 March', 'Tue 3 March', 'Wed 4 March'].map(label => ({
  label,
  tick: label.slice(4, 9),
}))
const draw = (series: Series[], unfinished?: boolean) =>
  renderToStaticMarkup(
    <Chart
      title="Visits by day"
      unit="Day"
      points={points}
      series={series}
      unfinished={unfinished}
      csv="/x.csv"
    />,
  )

test('carries nothing inline that the policy forbids, and the figures as a table', () => {
  const html = draw([
    { name: 'Visits', values: [10, null, 1200] },
    { name: 'Before', values: [1, 2, 3], look: 'compare' },
  ])
  expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=/)
  const rows = [
    ...html.matchAll(/<tr[^>]*><th scope="row"[^>]*>(.*?)<\/th><td[^>]*>(.*?)<\/td><td[^>]*>(.*?)<\/td>/g),
  ]
  expect(rows.map(row => row.slice(1))).toEqual([
    ['Wed 4 March', '1,200', '3'],
    ['Tue 3 March', '–', '2'],
    ['Mon 2 March', '10', '1'],
  ])
  expect(html).toContain('href="/x.csv"')
})

test('the day that is not over is drawn apart', () => {
  const series: Series[] = [{ name: 'Visits', values: [1, 2, 3] }]
  expect(draw(series)).not.toContain('chart-open')
  expect(draw(series, true)).toContain('chart-open')
})

test('a line is labelled with its last finished value', () => {
  const label = (unfinished: boolean) =>
    draw([{ name: 'Visits', values: [1, 20, 3] }], unfinished).match(/class="chart-value">(\d+)/)?.[1]
  expect([label(false), label(true)]).toEqual(['3', '20'])
})

test('draws nothing, zeros and a single point without a broken number', () => {
  for (const values of [[], [0, 0, 0], [null, null, null], [5]])
    for (const look of ['line', 'area', 'bars'] as const) {
      const some = points.slice(0, values.length)
      const html = renderToStaticMarkup(
        <Chart title="x" unit="Day" points={some} series={[{ name: 'n', values, look }]} />,
      )
      expect(html).not.toMatch(/NaN|Infinity/)
    }
})

test('says in words what it shows', () => {
  expect(summarise('Visits by day', points, [{ name: 'Visits', values: [10, 2, 7] }], String)).toBe(
    'Visits by day, Mon 2 March to Wed 4 March. Visits: lowest 2 (Tue 3 March), highest 10 (Mon 2 March), last 7.',
  )
  expect(summarise('Visits by day', [], [], String)).toBe('Visits by day. Nothing to show.')
})
