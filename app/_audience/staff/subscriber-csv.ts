import { stringify } from 'csv-stringify/sync'
import { topicNames } from '../topics'
import type { everySubscriber } from './subscriber-list.data'

type Subscriber = Awaited<ReturnType<ReturnType<typeof everySubscriber>['next']>>['value'] & object

const iso = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString())

const header = ['email', ...topicNames, 'frequency', 'measured', 'paused_until', 'zone', 'since']

const cells = (one: Subscriber): string[] => [
  one.email,
  ...topicNames.map(topic => one.subscriptions.find(given => given.topic === topic)?.state ?? ''),
  one.frequency,
  one.measured ? 'yes' : 'no',
  iso(one.pausedUntil),
  one.zone ?? '',
  iso(one.createdAt),
]

/** Lines of CSV. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export const subscriberLines = (rows: Subscriber[], first: boolean): string =>
  stringify([...(first ? [header] : []), ...rows.map(cells)], {
    escape_formulas: true,
    record_delimiter: 'windows',
  })
