import { growingU32 } from '../../store/growing'
import { Labels, none } from '../kernels/labels'
import { peopleWhere, spanOf } from '../kernels/people-where'
import { PersonDays } from '../kernels/person-days'
import { quantiles } from '../kernels/quantile'
import { campaignOf, hostOf, pathOf } from '../overview/dimensions'
import type { Segment, Source } from '../source'
import {
  type AttributionAnswer,
  type AttributionAsk,
  type Credit,
  type Model,
  modelNames,
  type Touch,
} from './attribution-query'
import { shares } from './credit'

const dayMs = 86_400_000

/** A conversion, the visits that led to it by what they are credited as (0: by none), and how long before. */
type Conversion = { who: number; value: number; touches: number[]; ages: number[] }

/**
 * Which visits led to conversions, by five models (see `shares`). A visit counts that began within the lookback
 * before the conversion, or in the same second. A conversion without any is credited to `None`.
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function attribution(source: Source, ask: AttributionAsk): AttributionAnswer {
  const { labels, conversions } = conversionsOf(source, ask)
  const rows = new Map<number, { credit: Record<Model, Credit>; people: Set<number> }>()
  const rowOf = (touch: number) => {
    let row = rows.get(touch)
    if (!row) {
      row = { credit: noCredit(), people: new Set() }
      rows.set(touch, row)
    }
    return row
  }
  for (const { who, value, touches, ages } of conversions) {
    for (const touch of touches) rowOf(touch).people.add(who)
    for (const model of modelNames)
      shares(model, ages, ask.definition.halfLife).forEach((share, i) => {
        const credit = rowOf(touches[i] as number).credit[model]
        credit.conversions += share
        credit.value += share * value
      })
  }
  const named = Array.from(rows, ([touch, { credit, people }]) => {
    return {
      name: touch === none ? unnamed[ask.definition.by] : (labels.texts[touch] as string),
      people: people.size,
      credit,
    }
  })
  const visits = Uint32Array.from(conversions, ({ ages }) => ages.length)
  return {
    rows: named.sort(
      (a, b) => b.credit.linear.conversions - a.credit.linear.conversions || (a.name < b.name ? -1 : 1),
    ),
    total: {
      conversions: conversions.length,
      people: new Set(conversions.map(({ who }) => who)).size,
      value: conversions.reduce((sum, { value }) => sum + value, 0),
    },
    touches: quantiles(visits, [0.5])[0] ?? null,
  }
}

/** Those whose conversions credit a row by a model; "all" credits whoever led to them. */
export function attributionPeople(source: Source, ask: AttributionAsk, cell: string, row?: string): number[] {
  const { labels, conversions } = conversionsOf(source, ask)
  const found = new Set<number>()
  const isRow = (touch: number) => (touch === none ? unnamed[ask.definition.by] : labels.texts[touch]) === row
  for (const { who, touches, ages } of conversions) {
    if (row === undefined) found.add(who)
    else if (cell === 'all') {
      if (touches.some(isRow)) found.add(who)
    } else if (modelNames.includes(cell as Model)) {
      const share = shares(cell as Model, ages, ask.definition.halfLife)
      if (touches.some((touch, i) => (share[i] as number) > 0 && isRow(touch))) found.add(who)
    }
  }
  return [...found]
}

/** What visits without a value, and conversions without visits, are called. */
const unnamed: Record<Touch, string> = {
  channel: 'None',
  source: 'None',
  campaign: 'No campaign',
  referrer: 'Direct or none',
  entry: 'None',
}

const readAs: Record<Touch, [property: string, shown: (value: string) => string]> = {
  channel: ['channel', value => value],
  source: ['channel: origin', value => value],
  campaign: ['url', campaignOf],
  referrer: ['referrer', hostOf],
  entry: ['url', pathOf],
}

function conversionsOf(source: Source, { definition, days, zone, today }: AttributionAsk) {
  const { event, where, by, lookback, value, once, people } = definition
  const range = spanOf(days, zone)
  const only = people && peopleWhere(source, people, { zone, today })
  const [property, shown] = readAs[by]
  const touches = new Cells(new Labels(shown), property)
  const amounts = value ? new Cells(new Labels(one => one), value) : undefined
  const span = { from: range.from - lookback * dayMs, to: range.to }
  const walk = new PersonDays(
    source,
    [
      { event: 'visited site', where: [] },
      { event, where },
    ],
    span,
    only,
  )
  const last = new Uint32Array(source.people)
  const converted = new Uint8Array(source.people)
  const [touch, at, before] = [growingU32(), growingU32(), growingU32()]
  const conversions: Conversion[] = []
  walk.walk((who, rows) => {
    for (let i = 0; i < rows; i++) {
      const picks = walk.picks[i] as number
      const when = walk.at[i] as number
      if (picks & 1) {
        touch.push(touches.number(walk.segments[i] as Segment, walk.rows[i] as number))
        at.push(when)
        before.push(last[who] as number)
        last[who] = touch.length
      }
      if ((picks & 2) === 0 || when * 1000 < range.from) continue
      if (once && converted[who] === 1) continue
      converted[who] = 1
      const text = amounts?.text(walk.segments[i] as Segment, walk.rows[i] as number)
      const conversion: Conversion = { who, value: Number(text) || 0, touches: [], ages: [] }
      const oldest = when - lookback * 86_400
      for (let one = last[who] as number; one !== 0; one = before.values[one - 1] as number) {
        const then = at.values[one - 1] as number
        if (then < oldest) break
        conversion.touches.push(touch.values[one - 1] as number)
        conversion.ages.push(when - then)
      }
      if (conversion.touches.length === 0) {
        conversion.touches.push(none)
        conversion.ages.push(0)
      }
      conversion.touches.reverse()
      conversion.ages.reverse()
      conversions.push(conversion)
    }
  })
  return { labels: touches.labels, conversions }
}

const noCredit = (): Record<Model, Credit> =>
  Object.fromEntries(modelNames.map(model => [model, { conversions: 0, value: 0 }])) as Record<Model, Credit>

/** Single values of a property; a segment's column is read once. */
class Cells {
  private readonly read = new Map<Segment, Uint32Array>()

  constructor(
    readonly labels: Labels,
    private readonly property: string,
  ) {}

  number(segment: Segment, row: number): number {
    let numbers = this.read.get(segment)
    if (!numbers) {
      numbers = new Uint32Array(segment.rows)
      this.labels.read(segment.column(this.property), numbers)
      this.read.set(segment, numbers)
    }
    return numbers[row] as number
  }

  text(segment: Segment, row: number): string {
    return this.labels.texts[this.number(segment, row)] as string
  }
}
