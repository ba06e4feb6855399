import { type Signals, verdict } from '@/_privacy/verdict'
import { Table } from '@/_ui/table'

const silent: Signals = {
  optedOut: false,
  siteOptedOut: false,
  gpc: false,
  dnt: false,
  honourDnt: false,
  cookieless: false,
  accountRefuses: false,
  personRefuses: false,
  shield: undefined,
}

const words: { key: 'optedOut' | 'gpc' | 'dnt'; says: string }[] = [
  { key: 'optedOut', says: 'opted out' },
  { key: 'gpc', says: 'Global Privacy Control' },
  { key: 'dnt', says: 'Do Not Track' },
]

/** Every combination of what a browser can say to all sites. */
const combinations = Array.from({ length: 2 ** words.length }, (_, bits) =>
  words.filter((_, at) => (bits >> (words.length - 1 - at)) & 1),
)

function outcome(said: typeof words, honourDnt: boolean): string {
  const signals = { ...silent, honourDnt, ...Object.fromEntries(said.map(({ key }) => [key, true])) }
  const decision = verdict(signals)
  return decision.collect ? 'recorded' : `refused: ${decision.reason}`
}

const Outcome = ({ children }: { children: string }) => <span className="whitespace-nowrap">{children}</span>

/** What happens to a hit, for every combination of signals, on a site that honours Do Not Track and on one that does not. */
export function VerdictTable() {
  return (
    <Table
      caption="Asked of the function that decides"
      columns={[
        { name: 'The browser says', cell: said => said.map(({ says }) => says).join(' and ') || 'nothing' },
        { name: 'Usual site', cell: said => <Outcome>{outcome(said, false)}</Outcome> },
        { name: 'Site that honours DNT', cell: said => <Outcome>{outcome(said, true)}</Outcome> },
      ]}
      rows={combinations}
      rowKey={said => said.map(({ key }) => key).join('+') || 'nothing'}
    />
  )
}
