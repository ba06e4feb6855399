import type { Annotation } from '@/_analytics/reports/annotations.data'
import type { Mark } from '@/_ui/chart/chart'

/** Notes as marks of a chart whose points are, or begin on, these days in order. */
export const marksOf = (notes: Annotation[], days: string[]): Mark[] =>
  notes.flatMap(({ day, text }) => {
    const at = days.findLastIndex(one => one <= day)
    return at < 0 ? [] : [{ at, text: `${day}: ${text}` }]
  })
