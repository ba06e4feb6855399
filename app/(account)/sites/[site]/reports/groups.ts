import { kinds } from '@/_analytics/reports/kinds'

/** A report as menus name it; `path` is the last part of its address. */
export type Listed = { path: string; title: string; about: string }

/** The reports by what they are asked about. */
export const groups: { title: string; reports: Listed[] }[] = [
  { title: 'Figures', reports: [{ path: 'metrics', ...kinds.metrics }] },
  {
    title: 'Behaviour',
    reports: [
      { path: 'funnel', ...kinds.funnel },
      { path: 'cohort', ...kinds.cohort },
      { path: 'path', ...kinds.path },
    ],
  },
  { title: 'Acquisition', reports: [{ path: 'attribution', ...kinds.attribution }] },
  { title: 'Money', reports: [{ path: 'revenue', ...kinds.revenue }] },
  { title: 'Tests', reports: [{ path: 'ab', ...kinds.ab }] },
  {
    title: 'People',
    reports: [
      { path: 'people', ...kinds.people },
      { path: 'population', ...kinds.population },
      { path: 'hits', ...kinds.hits },
    ],
  },
]
