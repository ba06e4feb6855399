import { Canon } from '@/_analytics/store/canon'
import { Table } from '@/_ui/table'

const identities = ['phone', 'laptop', 'Ada', 'desk', 'Bob']

const messages: { says: string; joins?: [number, number] }[] = [
  { says: 'Visits by a phone, a laptop and a desk computer; Ada and Bob sign up' },
  { says: 'Thursday: the laptop is Ada', joins: [1, 2] },
  { says: 'Friday: the desk computer is Bob', joins: [3, 4] },
  { says: 'Saturday: the phone is Ada', joins: [0, 2] },
  { says: 'Saturday, again: the phone is Ada', joins: [0, 2] },
]

/** Who stands for whom after the first `count` messages, and how many people that makes. */
function after(count: number) {
  const canon = new Canon(identities.length)
  for (const { joins } of messages.slice(0, count)) if (joins) canon.union(...joins)
  const who = canon.merges?.canon ?? identities.map((_, at) => at)
  const people = [...new Set(who)].map(person => identities.filter((_, at) => who[at] === person).join(' + '))
  return { said: messages[count - 1]!.says, people }
}

/** Messages that join identities, and the people a report counts after each. */
export function MergeSteps() {
  return (
    <Table
      caption="What is said, and who is one"
      columns={[
        { name: 'Message', cell: row => row.said },
        { name: 'The same person', cell: row => row.people.join(', ') },
        { name: 'People', numeric: true, cell: row => row.people.length },
      ]}
      rows={messages.map((_, at) => after(at + 1))}
      rowKey={row => row.said}
    />
  )
}
