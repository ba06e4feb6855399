import { expect, it } from 'vitest'
import { envSchema, readEnv } from '@/_platform/env'
import { ownVariables, providersInUse, providerVariables } from './providers'

const names = (from: Record<string, string>) => providersInUse(readEnv(from)).map(({ name }) => name)

it('names nobody while nothing is configured, and each company from the moment it is', () => {
  expect(names({})).toEqual([])
  expect(names({ RESEND_API_KEY: 're_1' })).toEqual([expect.stringContaining('Resend')])
  expect(names({ STRIPE_SECRET_KEY: 'sk_1', HOSTED_BY: 'Acme Hosting' })).toEqual([
    'Acme Hosting',
    expect.stringContaining('Stripe'),
  ])
})

it('knows the company behind every variable that could turn one on', () => {
  const outward = /(_KEY|_SECRET|_TOKEN|_URL|_API_BASE|_BASE_URL|_HOST|_CLIENT_ID|_BUCKET|_DSN|_ENDPOINT)$/
  const could = Object.keys(envSchema.shape).filter(name => outward.test(name))
  expect(could.filter(name => ![...providerVariables, ...ownVariables].includes(name))).toEqual([])
})
