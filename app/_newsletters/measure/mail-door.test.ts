import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeIntake } from '@/_analytics/collect/intake'
import { Refusals } from '@/_analytics/collect/refusals'
import { SiteRegistry } from '@/_analytics/collect/registry'
import { addressHash } from '@/_audience/address'
import { queueMany } from '@/_audience/outbox.data'
import type { Db } from '@/_platform/db'
import { identityHash } from '@/_privacy/identity-hash'
import { useTestDb } from '../../../e2e/testing/database'
import { key, makeSite, secret } from '../../_analytics/collect/collector.fixture'
import { mailDoor } from './mail-door'
import { clickLink, openImage } from './tokens'

let db: Db
let base: string
let close: () => void
let message: string
const email = 'ann@example.com'
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const lines: Record<string, string>[] = []
const refusedPeople = new Set<string>()
const target = 'https://example.org/a?b=1&c=2'

beforeAll(async () => {
  db = (await useTestDb()).db
  const sites = new SiteRegistry(async () => [{ ...makeSite({ honourDnt: true }), refusedPeople }])
  await sites.refresh()
  const intake = makeIntake({
    sites,
    log: { append: async (_site, _at, line) => void lines.push(JSON.parse(line)) },
    clock: Date.now,
    refusals: new Refusals(),
    trustedProxies: 0,
  })
  const door = mailDoor({ intake, ownKey: async () => key, clock: Date.now })
  const server = createServer((req, res) => void (door(req, res) || res.writeHead(404).end()))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
  const at = new Date()
  await db.subscriber.create({ data: { id: 's', email, emailHash: addressHash(email), createdAt: at } })
  const broadcast = { id: 'b', slug: 'news', topic: 'newsletter', subject: 'News', source: '' }
  await db.broadcast.create({ data: { ...broadcast, createdAt: at, updatedAt: at } })
  const mail = {
    template: 'broadcast',
    to: email,
    props: { broadcast: 'b' },
    key: 'k',
    scope: 'topic:newsletter',
  }
  await queueMany(db, [mail], Date.now())
  message = (await db.outboxMessage.findFirstOrThrow()).id
})
afterAll(() => close())
afterEach(async () => {
  lines.length = 0
  refusedPeople.clear()
  await db.mailTouch.deleteMany()
  await db.subscriber.updateMany({ data: { measured: true } })
})

const at = (address: string) => base + new URL(address).pathname
const open = (headers: Record<string, string> = {}) =>
  fetch(at(openImage(message)), { headers: { 'user-agent': browser, ...headers } })
const press = (headers: Record<string, string> = {}, path = at(clickLink(message, target)), method = 'GET') =>
  fetch(path, { method, redirect: 'manual', headers: { 'user-agent': browser, ...headers } })
const kept = async () =>
  (await db.mailTouch.findMany({ orderBy: { kind: 'asc' } })).map(({ kind, url, count }) => [
    kind,
    url,
    count,
  ])

test('an opening is counted with the message and, naming nobody, in the site’s reports', async () => {
  const answer = await open()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif'])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.getSetCookie()).toEqual([])
  await open()
  expect(await kept()).toEqual([['opened', '', 2]])
  expect(lines[0]).toMatchObject({ _n: 'opened mail', newsletter: 'news' })
  expect(lines[0]!._p).toBeUndefined()
  expect(JSON.stringify(lines)).not.toContain('ann')
})

test('a press leads on, and is counted as an opening, too', async () => {
  const answer = await press()
  expect([answer.status, answer.headers.get('location')]).toEqual([302, target])
  await expect.poll(kept).toEqual([
    ['clicked', target, 1],
    ['opened', '', 1],
  ])
})

const refusals: [string, string, Record<string, string>, () => unknown][] = [
  ['the opt-out cookie', 'opt-out', { cookie: '__Host-optout=1' }, () => {}],
  ['Global Privacy Control', 'gpc', { 'sec-gpc': '1' }, () => {}],
  ['Do Not Track where the site honours it', 'dnt', { dnt: '1' }, () => {}],
  ['the reader’s own switch', 'person', {}, () => db.subscriber.updateMany({ data: { measured: false } })],
  ['a person who refused', 'person', {}, () => refusedPeople.add(identityHash({ secret }, email))],
]
test.each(refusals)('%s refuses both, and still leads on', async (_what, reason, headers, prepare) => {
  await prepare()
  const answer = await open(headers)
  expect([answer.status, answer.headers.get('x-firsthand-dropped')]).toEqual([200, reason])
  expect((await press(headers)).headers.get('location')).toBe(target)
  await open(headers)
  expect(await kept()).toEqual([])
  expect(lines).toEqual([])
})

test('scanners are no readers: a HEAD and a robot count nothing; the image proxy of a mail service does', async () => {
  await press({}, undefined, 'HEAD')
  await open({ 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
  expect(await kept()).toEqual([])
  await open({
    'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  })
  expect(await kept()).toHaveLength(1)
})

test('no link leads where we did not sign that it leads', async () => {
  const good = at(clickLink(message, target))
  const [head, body, mac] = [
    good.slice(0, good.lastIndexOf('/') + 1),
    ...good
      .split('/')
      .at(-1)!
      .split(/\.(?=[^.]*$)/),
  ]
  const evil = Buffer.from(JSON.stringify([message, 'https://evil.example'])).toString('base64url')
  const others = [
    `${head}${evil}.${body!.split('.')[1]}.${mac}`,
    `${head}x`,
    head,
    `${head}https://evil.example`,
  ]
  for (const path of [...others, at(openImage(message)).replace('open', 'click')]) {
    const answer = await press({}, path)
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null])
  }
})
