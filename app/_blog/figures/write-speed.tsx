import { count } from '@/_ui/format'
import { Bars } from './bars'
import { writes } from './measured'

const range = (from: number, to: number) => (from === to ? count(from) : `${count(from)} to ${count(to)}`)

/** Durable events a second into one table, by what else the table has to keep up to date. */
export function WriteSpeed() {
  return (
    <Bars
      summary={`Durable events a second: ${writes.map(({ name, from, to }) => `${name} ${range(from, to)}`).join(', ')}.`}
      bars={writes.map(({ name, from, to }, at) => ({
        name,
        value: to,
        text: range(from, to),
        quiet: at > 0,
      }))}
    />
  )
}
