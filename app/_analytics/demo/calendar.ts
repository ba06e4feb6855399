import { day, hour } from '@/_platform/clock'
import { type Random, sampler } from './random'

/** Sunday first: a business site's week. */
const weekdays = [0.55, 1.12, 1.18, 1.14, 1.08, 0.93, 0.5]

/** How the launch day and the four after it stand above an ordinary day. */
const launch = [6, 3.2, 2, 1.5, 1.2]

/** Local hours of the day, midnight first: quiet nights, a late morning, a dip at noon, a long evening. */
const localHour = sampler(
  [8, 5, 3, 2, 2, 4, 10, 24, 48, 72, 84, 82, 66, 72, 80, 78, 70, 56, 44, 40, 42, 40, 30, 17].map(
    (weight, at) => [at, weight] as const,
  ),
)

/** The demo's launch: the first Tuesday after two thirds of its days. `start`: its first midnight, Unix ms. */
export function launchDay(start: number, days: number): number {
  const earliest = Math.floor((days * 2) / 3)
  return earliest + ((9 - new Date(start + earliest * day).getUTCDay()) % 7)
}

/** How busy day `index` is against the mean of all: its weekday, a slow growth, and the launch. */
export function business(start: number, index: number, days: number): number {
  const weekday = weekdays[new Date(start + index * day).getUTCDay()]!
  const growth = 0.82 + (0.36 * index) / days
  return weekday * growth * (launch[index - launchDay(start, days)] ?? 1)
}

/** A moment of that UTC day, Unix ms, likely at the visitor's own busy hours. `offset`: hours from UTC. */
export function moment(start: number, offset: number, random: Random): number {
  const utc = (localHour(random) - offset + 24) % 24
  return start + (Math.floor(utc * hour + random.next() * hour) % day)
}
