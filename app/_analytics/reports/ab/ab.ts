import { type Arm, certainty, improvement, rate } from '../certainty'
import { firstOrLast } from '../kernels/attribution'
import { peopleWhere } from '../kernels/people-where'
import { PersonDays } from '../kernels/person-days'
import { Values } from '../kernels/values'
import type { Ask } from '../kind'
import type { Source } from '../source'
import { zoneDays } from '../zone-days'
import type { AbAnswer, AbDefinition, AbVariation } from './ab-query'
import { equalShares, peopleNeeded, relativeInterval, within } from './statistics'

export type AbAsk = Ask<'ab', AbDefinition>

/** Below this the shares of people did not come about by chance. */
const brokenSplit = 0.001

/**
 * How the variations of a test did (kissmetrics.md, 4.6). Looking often and stopping at the first good moment finds
 * winners where there are none (Johari et al., "Peeking at A/B Tests", KDD 2017), so nothing is compared before the
 * people and the day that were stated have come.
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function ab(source: Source, ask: AbAsk): AbAnswer {
  const { definition } = ask
  const seen = exposed(source, ask)
  const goals = [definition.goal, ...definition.guards]
  const people = seen.names.map(() => 0)
  const reached = goals.map(() => seen.names.map(() => 0))
  for (let who = 1; who < seen.value.length; who++) {
    const variation = seen.value[who] as number
    if (variation === 0) continue
    people[variation]! += 1
    goals.forEach((_, goal) => {
      if (((seen.reached[who] as number) >>> goal) & 1) reached[goal]![variation]! += 1
    })
  }
  const found = seen.names.flatMap((name, at) =>
    at > 0 && people[at]! > 0 ? [{ name, people: people[at]!, reached: reached.map(one => one[at]!) }] : [],
  )
  found.sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
  const baseline = found.find(one => one.name === definition.baseline) ?? found.find(isOriginal) ?? found[0]
  const needed = peopleNeeded(definition.expected / 100, definition.effect / 100)
  const least = Math.min(...found.map(one => one.people))
  const early = definition.until !== undefined && ask.today <= definition.until
  const waiting = found.length < 2 || least < needed || early
  const shares = equalShares(found.map(one => one.people))
  // One chance in twenty of a false winner is shared by all variations (Bonferroni).
  const threshold = 1 - 0.05 / Math.max(1, found.length - 1)
  const variations = found.map(one =>
    variationOf(one, baseline!, definition, waiting || shares < brokenSplit),
  )
  const answer = {
    variations,
    baseline: baseline?.name ?? '',
    needed,
    shares,
    crossed: seen.crossed,
    threshold,
  }
  if (shares < brokenSplit) return { ...answer, verdict: { kind: 'unsound' } }
  if (waiting) {
    const missing = Math.max(0, needed - (found.length < 2 ? 0 : least))
    const until = early ? { until: definition.until } : {}
    return { ...answer, verdict: { kind: 'waiting', people: missing, ...until } }
  }
  const sure = variations.filter(one => (one.certainty ?? 0) > threshold)
  const best = sure.sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0))[0]
  const worse = variations.find(one => one.certainty !== undefined && (one.certainty ?? 1) < 1 - threshold)
  if (best) return { ...answer, verdict: { kind: 'winner', name: best.name } }
  if (worse) return { ...answer, verdict: { kind: 'loser', name: worse.name } }
  return { ...answer, verdict: { kind: 'none' } }
}

/** Everybody who saw a variation ("people"), or came to a goal after it: "goal", or a guardrail "guard.1". */
export function abPeople(source: Source, ask: AbAsk, cell: string, variation?: string): number[] {
  const seen = exposed(source, ask)
  const goal = cell === 'people' ? undefined : cell === 'goal' ? 0 : Number(cell.split('.')[1])
  const people: number[] = []
  for (let who = 1; who < seen.value.length; who++) {
    const mine = seen.value[who] as number
    if (mine === 0 || (variation !== undefined && seen.names[mine] !== variation)) continue
    if (goal === undefined || ((seen.reached[who] as number) >>> goal) & 1) people.push(who)
  }
  return people
}

const isOriginal = ({ name }: { name: string }) => /^(original|control|baseline)$/i.test(name)

type Found = { name: string; people: number; reached: number[] }

function variationOf(
  { name, people, reached }: Found,
  baseline: Found,
  { guards }: AbDefinition,
  withheld: boolean,
): AbVariation {
  const arm: Arm = { people, conversions: reached[0]! }
  const { mean, deviation } = rate(arm)
  const isBaseline = name === baseline.name
  const against = (goal: number): number | null => {
    const [mine, other] = [
      { people, conversions: reached[goal]! },
      { people: baseline.people, conversions: baseline.reached[goal]! },
    ]
    // Two rates of nought or of one have no spread to compare.
    const known = [mine, other].some(one => one.conversions > 0 && one.conversions < one.people)
    return known ? certainty(mine, other) : null
  }
  const other: Arm = { people: baseline.people, conversions: baseline.reached[0]! }
  return {
    name,
    people,
    conversions: arm.conversions,
    rate: mean,
    between: within(mean, deviation),
    ...(!isBaseline &&
      !withheld && {
        improvement: other.conversions ? improvement(arm, other) : null,
        improvementBetween: relativeInterval(arm, other),
        certainty: against(0),
      }),
    guards: guards.map(({ event }, at) => ({
      event,
      people: reached[at + 1]!,
      rate: reached[at + 1]! / people,
      ...(!isBaseline && !withheld && { certainty: against(at + 1) }),
    })),
  }
}

/** Who saw which variation first in the range, and which goals (a bit each) they came to at or after that. */
function exposed(source: Source, ask: AbAsk) {
  const { property, people, goal, guards } = ask.definition
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const values = new Values()
  const first = firstOrLast(source, { property, mode: 'first-range' }, span, values)
  const only = people && peopleWhere(source, people, ask)
  let crossed = 0
  for (let who = 1; who < first.value.length; who++) {
    if (first.value[who] === 0) continue
    const wanted = !only || only[who] === 1
    if (wanted && first.several[who] === 0) continue
    if (wanted) crossed += 1
    first.value[who] = 0
  }
  const reached = new Uint8Array(source.people)
  const walk = new PersonDays(source, [goal, ...guards], span)
  walk.walk((who, rows) => {
    if (first.value[who] === 0) return
    for (let i = 0; i < rows; i++)
      if ((walk.at[i] as number) >= (first.at[who] as number)) reached[who]! |= walk.picks[i] as number
  })
  return { value: first.value, reached, names: values.names, crossed }
}
