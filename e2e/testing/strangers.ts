import { addMember, createUser } from '@/_accounts/accounts.data'
import { type Role, roles } from '@/_accounts/viewer'
import { createSite } from '@/_analytics/sites.data'
import { type Db, openDb } from '@/_platform/db'
import { share } from '@/_platform/shared'
import { type App, startApp } from './app'
import { actionOf, addressOf, type Door } from './doors'
import { type Answer, formOf, PlainBrowser } from './plain-browser'
import { startTrial } from './trial'

export const callers = ['nobody', 'other', ...roles, 'staff'] as const
export type Caller = (typeof callers)[number]

/** What a caller got: a refusal's name, or that they were let in. */
export type Outcome = 'sign in' | 403 | 404 | 'in'

/** What changes by itself, or is about the asking alone. */
const restless = ['Session', 'AuditEntry', 'RateBucket', 'Job', 'Refusal', 'Setting', '_prisma_migrations']
const password = 'several words of hers'

/** A deployment with an account in it, one person of each role, another account's owner, staff, and nobody. */
export class Strangers {
  private constructor(
    readonly app: App,
    readonly db: Db,
    readonly accountId: string,
    readonly names: Record<string, string>,
    readonly browsers: Record<Caller, PlainBrowser>,
    readonly otherSite: string,
    readonly otherToken: string,
  ) {}

  static async make(): Promise<Strangers> {
    const secret = 'known to the tests, and long enough to be a secret'
    const app = await startApp({
      env: { SECRET: secret, TRUSTED_PROXIES: '1', RESEND_WEBHOOK_SECRET: 'whsec_c2VjcmV0c2VjcmV0c2VjcmV0' },
    })
    share('secret', secret)
    const db = share('db', openDb(app.dataDir))
    const owner = await startTrial(app, 'owner@strangers.example', '198.51.100.1')
    const other = await startTrial(app, 'other@strangers.example', '198.51.100.2')
    const { accountId, key } = await db.site.findUniqueOrThrow({ where: { id: owner.siteId } })
    const theirs = await db.site.findUniqueOrThrow({ where: { id: other.siteId } })
    const made = await createSite({ accountId: theirs.accountId, name: 'Token', url: 'https://t.example' })
    const browsers = { nobody: new PlainBrowser(app.url), other: other.browser, owner: owner.browser }
    const signedIn: Record<string, PlainBrowser> = { ...browsers }
    for (const [at, who] of (['viewer', 'analyst', 'admin', 'staff', 'spare'] as const).entries()) {
      const email = `${who}@strangers.example`
      const user = await createUser({ email, name: who, password, staff: who === 'staff' })
      const role: Role = who === 'spare' || who === 'staff' ? 'viewer' : who
      if (who !== 'staff') await addMember({ accountId, userId: user.id, role })
      if (who === 'spare') continue
      const browser = new PlainBrowser(app.url, `198.51.100.${at + 3}`)
      await browser.send(await browser.open('/signin'), { fields: { email, password } })
      signedIn[who] = browser
    }
    const at = new Date()
    await db.invoice.create({
      data: { id: 'in_planted', accountId, number: '1', state: 'paid', cents: 100, currency: 'eur', at },
    })
    const asked = {
      ...{
        kind: 'access',
        state: 'proven',
        email: 'asks@strangers.example',
        emailHash: 'planted',
        details: '',
      },
      ...{ refusedProviders: '[]', askedAt: at },
    }
    await db.privacyRequest.create({ data: { ...asked, id: 'PR-AAAA-AAAA', siteId: owner.siteId } })
    await db.privacyRequest.create({ data: { ...asked, id: 'PR-BBBB-BBBB' } })
    for (const site of [key, theirs.key]) await fetch(`${app.url}/e?_k=${site}&_p=ann&_n=planted`)
    const idOf = async (email: string) =>
      (await db.member.findFirstOrThrow({ where: { accountId, user: { email } } })).id
    const names = {
      site: owner.siteId,
      account: accountId,
      member: await idOf('viewer@strangers.example'),
      spare: await idOf('spare@strangers.example'),
      token: (await db.apiToken.findFirstOrThrow({ where: { siteId: owner.siteId } })).hash.slice(0, 16),
      mail: (await db.outboxMessage.findFirstOrThrow()).id,
      request: 'PR-AAAA-AAAA',
      officeRequest: 'PR-BBBB-BBBB',
      person: '1',
      report: 'metric',
      id: 'none',
      slug: 'none',
    }
    return new Strangers(
      app,
      db,
      accountId,
      names,
      signedIn as Record<Caller, PlainBrowser>,
      other.siteId,
      made.token,
    )
  }

  async close(): Promise<void> {
    await this.db.$disconnect()
    await this.app.stop()
  }

  fill(text: string, more: Record<string, string> = {}): string {
    return text.replace(/\{(\w+)\}/g, (whole, name) => more[name] ?? this.names[name] ?? whole)
  }

  /** Comes to a door as somebody, and does there what its form would do. */
  async call(name: string, door: Door, who: Caller): Promise<Answer> {
    const browser = this.browsers[who]
    const fields = Object.fromEntries(
      Object.entries(door.fields ?? {}).map(([field, value]) => [field, this.fill(value)]),
    )
    if (name.includes('#')) {
      const { id, page } = actionOf(name)
      // From a page that the caller may see: it is the action that has to refuse.
      const site = who === 'other' ? this.otherSite : this.names.site!
      const bound = (door.bound ?? []).map(value => (typeof value === 'string' ? this.fill(value) : value))
      const whole = door.whole
        ? formOf((await this.browsers.owner.open(this.fill(page))).html, { fields }).fields
        : {}
      const shown = Object.entries(whole).filter(([field]) => !field.startsWith('$ACTION'))
      return browser.post(this.fill(page, { site }), {
        ...Object.fromEntries(shown),
        ...fields,
        $ACTION_REF_1: '',
        '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
        '$ACTION_1:1': JSON.stringify([...bound, ...(takesState(name) ? [{ typed: {}, errors: [] }] : [])]),
      })
    }
    const [method = 'GET', file = name] = name.includes(' ') ? name.split(' ') : []
    const path = this.fill(door.to ?? addressOf(file))
    if (door.needs === 'bearer' && method !== 'GET')
      return browser.open(path, { method, body: JSON.stringify({ a: 'ann', b: 'planted' }) })
    if (method !== 'GET') return browser.post(path, fields)
    return browser.open(path)
  }

  /** Everything kept, as one text. */
  async kept(): Promise<Map<string, string>> {
    const tables = await this.db.$queryRawUnsafe<{ name: string }[]>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    const rows = new Map<string, string>()
    for (const { name } of tables)
      if (!restless.includes(name))
        rows.set(name, JSON.stringify(await this.db.$queryRawUnsafe(`SELECT * FROM "${name}" ORDER BY 1, 2`)))
    return rows
  }
}

const stateless = /#(?:tickStep|seeSample|mark|retry|giveUp|moveBroadcast|stopAddress|liftOne|takeApart)$/
const takesState = (name: string) => !stateless.test(name)

export function outcomeOf({ status, path }: Answer): Outcome {
  if (status === 401 || path.split('?')[0] === '/signin') return 'sign in'
  if (status === 403 || status === 404) return status
  return 'in'
}

/** What a caller has to get at a door. */
export function dueAt({ needs }: Door, who: Caller): Outcome {
  if (needs === 'open' || needs === 'proof') return 'in'
  if (needs === 'bearer' || who === 'nobody') return 'sign in'
  if (needs === 'signed-in') return 'in'
  if (needs === 'staff') return who === 'staff' ? 'in' : 403
  if (who === 'other' || who === 'staff') return 404
  return roles.indexOf(who) >= roles.indexOf(needs) ? 'in' : 403
}
