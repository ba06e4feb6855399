import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

type Made = { siteId: string; key: string; secret: string; token: string }

/** A site made by the command that machines use, in the data folder of the running server. */
async function makeSite(name: string): Promise<Made> {
  const create = ['app/_setup/site.ts', 'create', '--name', name, '--url', `https://${name}.example`]
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...create])
  return JSON.parse(stdout)
}

const path = (id: string) => `/api/v1/sites/${id}/export`
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

test('a token exports its own site and learns of no other', async ({ request }) => {
  const [ann, bob] = await Promise.all([makeSite('ann'), makeSite('bob')])
  const hit = (key: string, person: string) =>
    request.get('/e', { params: { _k: key, _p: person, _n: 'Signed Up', plan: 'Ünï "€"\nx' } })
  await expect
    .poll(async () => {
      await hit(ann.key, 'ann@example.com')
      return (await request.get(path(ann.siteId), bearer(ann.token))).text()
    })
    .not.toBe('')
  await hit(bob.key, 'bob@example.com')

  const own = await request.get(path(ann.siteId), bearer(ann.token))
  expect(own.status()).toBe(200)
  expect(own.headers()['content-type']).toBe('application/x-ndjson; charset=utf-8')
  expect(own.headers()['cache-control']).toBe('no-store')
  const lines = (await own.text()).trimEnd().split('\n')
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ _p: 'ann@example.com', _n: 'signed up', plan: 'Ünï "€"\nx' })

  const others = await request.get(path(bob.siteId), bearer(ann.token))
  const absent = await request.get(path('site_absent'), bearer(ann.token))
  expect(others.status()).toBe(404)
  expect(absent.status()).toBe(404)
  expect(await others.text()).toBe(await absent.text())
})

test('without a good token nothing is said about any site', async ({ request }) => {
  const { siteId, token } = await makeSite('cat')
  const headersOf: Record<string, string>[] = [
    {},
    { authorization: 'Bearer made-up' },
    { authorization: `Basic ${token}` },
  ]
  for (const headers of headersOf) {
    const answers = await Promise.all([
      request.get(path(siteId), { headers }),
      request.get(path('site_absent'), { headers }),
    ])
    for (const answer of answers) {
      expect(answer.status()).toBe(401)
      expect(answer.headers()['www-authenticate']).toBe('Bearer')
    }
    expect(await answers[0]?.text()).toBe(await answers[1]?.text())
  }
})
