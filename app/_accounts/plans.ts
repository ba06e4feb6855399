/**
 * What the hosted service offers. Prices are US dollars a month in cents, without tax; limits are per month and
 * account; `null` is no limit. Whoever runs Firsthand on a machine of their own has no plan and no limit.
 */
export type Plan = {
  key: 'solo' | 'team' | 'company'
  name: string
  /** Who it is for, in a few words. */
  about: string
  cents: number
  events: number
  sites: number | null
  people: number | null
}

export const plans: readonly Plan[] = [
  {
    key: 'solo',
    name: 'Solo',
    about: 'One person and a few sites',
    cents: 1900,
    events: 100_000,
    sites: 3,
    people: 2,
  },
  {
    key: 'team',
    name: 'Team',
    about: 'A team that reads its numbers weekly',
    cents: 5900,
    events: 1_000_000,
    sites: 10,
    people: 15,
  },
  {
    key: 'company',
    name: 'Company',
    about: 'Several teams, many sites',
    cents: 19900,
    events: 10_000_000,
    sites: 50,
    people: null,
  },
]

/** For how many days strangers may try the hosted service, where TRIALS lets them sign up. */
export const hosted = { trialDays: 14 } as const
