import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { systemClock } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { draftOf } from '@/_platform/drafts'
import { share } from '@/_platform/shared'
import { syncSchedules } from '@/_webinars/schedule.data'
import { webinars } from '@/_webinars/webinars'
import { useTestDb } from '../../../../e2e/testing/database'
import { POST as registerRoute } from '../../../(site)/webinars/register/route'
import { POST as commentRoute } from './route'

let db: Db

beforeAll(async () => {
  db = (await useTestDb()).db
  share('pages', { forget: () => {} })
  await syncSchedules(webinars, systemClock)
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\u202e',
    'on',
    'a@b',
    "'; DROP TABLE Comment; --",
    '<script>',
    '../../etc/passwd',
    '%00',
    'javascript:alert(1)',
    'https://a.example',
    'ann@example.com\r\nBcc: all@example.com',
    'x'.repeat(30_000),
  ),
)
const valueFor = (usual: string) => fc.oneof({ weight: 2, arbitrary: fc.constant(usual) }, anything)
const formOf = (usual: Record<string, string>) =>
  fc.record(Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, valueFor(value)])), {
    requiredKeys: [],
  })

/** A form as a browser of some network sends it, to a page or to a script. */
async function send(route: (request: Request) => Promise<Response>, fields: object, asJson: boolean) {
  const network = `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`
  return route(
    new Request('http://localhost:3000/', {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-client-address': network,
        ...(asJson && { accept: 'application/json' }),
      },
      body: new URLSearchParams(fields as Record<string, string>),
    }),
  )
}

const comment = {
  post: 'reading-a-funnel',
  parent: '',
  name: 'Ann',
  email: 'ann@example.com',
  website: '',
  text: 'Words.',
  notify: 'on',
  newsletter: '',
  url: '',
  made: '',
}
const registration = {
  webinar: 'moving-from-kissmetrics',
  name: 'Ann',
  email: 'ann@example.com',
  website: '',
  zone: 'UTC',
  news: '',
  url: '',
}

test('whatever a comment form holds, it is taken or refused with what was typed kept, and never fails', async () => {
  await fc.assert(
    fc.asyncProperty(formOf(comment), fc.boolean(), async (fields, asJson) => {
      const answer = await send(commentRoute, fields, asJson)
      expect([200, 303, 400, 404, 409, 429]).toContain(answer.status)
      if (asJson) return
      const to = answer.headers.get('location')!
      expect(to).toMatch(/^\/comments\/(own|draft)\?id=[\w-]+$/)
      if (to.includes('/draft'))
        expect(draftOf(to.split('=')[1]!, systemClock)!.errors.length).toBeGreaterThan(0)
    }),
    { numRuns: 80 },
  )
  for (const { name, text } of await db.comment.findMany()) expect(name + text).not.toMatch(/[\0\u202e]/)
})

test('whatever a registration form holds, it is taken or refused, and never fails', async () => {
  await fc.assert(
    fc.asyncProperty(formOf(registration), async fields => {
      const answer = await send(registerRoute, fields, false)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(
        /^\/webinars\/(draft\?id=[\w-]+|moving-from-kissmetrics\/registered)$/,
      )
    }),
    { numRuns: 60 },
  )
  for (const { email } of await db.registration.findMany()) expect(email).not.toMatch(/[\r\n]/)
})

test('a form of another site, and what is no form, are refused', async () => {
  for (const route of [commentRoute, registerRoute]) {
    const elsewhere = new Request('http://localhost:3000/', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams(comment),
    })
    expect((await route(elsewhere)).status).toBe(403)
    const broken = new Request('http://localhost:3000/', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data' },
      body: 'x',
    })
    expect([303, 400]).toContain((await route(broken)).status)
  }
})
