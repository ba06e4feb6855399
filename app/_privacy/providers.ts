import type { Env } from '@/_platform/env'

/** A company that gets data from this deployment (promise D1), and the variables that turn it on. */
export type Provider = {
  name: string
  /** What it does for us. */
  does: string
  /** What data it gets. */
  gets: string
  /** Where to read what it does with them. */
  terms?: string
}

type Known = Provider & { variables: (keyof Env)[]; used: (env: Env) => boolean }

const known: Known[] = [
  {
    name: 'Resend (Plus Five Five, Inc., USA)',
    does: 'Delivers our mail.',
    gets: 'The address of whoever we write to, and the message. It tells us when a message was delivered, came back or was called spam.',
    terms: 'https://resend.com/legal/dpa',
    variables: ['RESEND_API_KEY', 'RESEND_BASE_URL', 'RESEND_WEBHOOK_SECRET'],
    used: env => !!env.RESEND_API_KEY,
  },
  {
    name: 'Stripe (Stripe, Inc., USA)',
    does: 'Takes the payments of accounts.',
    gets: 'The account’s name and email address, the plan, and the card and billing address, which are typed on its own page and never reach our machine.',
    terms: 'https://stripe.com/legal/dpa',
    variables: ['STRIPE_SECRET_KEY', 'STRIPE_API_BASE', 'STRIPE_WEBHOOK_SECRET'],
    used: env => !!env.STRIPE_SECRET_KEY,
  },
]

/** Variables that name no company: they are for ourselves. A test asks that every other one that could is known above. */
export const ownVariables = ['SECRET', 'DATA_KEY', 'SITE_URL', 'HOSTED_BY']

export const providerVariables: string[] = known.flatMap(({ variables }) => variables)

/** The companies that get data with this configuration, in the order of how much they get. */
export function providersInUse(env: Env): Provider[] {
  const host: Provider[] = env.HOSTED_BY
    ? [
        {
          name: env.HOSTED_BY,
          does: 'Runs the machine that this service stands on.',
          gets: 'Everything that is stored here lies on its disks. It works with none of it.',
        },
      ]
    : []
  const used = known.filter(provider => provider.used(env))
  return [...host, ...used.map(({ name, does, gets, terms }) => ({ name, does, gets, terms }))]
}
