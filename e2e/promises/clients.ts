import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test'

export { expect }

export type StoredHit = Record<string, string> & { _t: number }

/** A path that is refused as soon as changed settings hold: how a test sees that they do. */
const settled = '/settled'

/** One client: a site of its own, made at the command line, with pages on an origin of its own. */
export class Client {
  /** The text of every page, unless `pages` has another for its path. */
  pages = new Map<string, string>()
  origin = ''
  private server?: Server

  constructor(
    readonly siteId: string,
    readonly key: string,
    readonly secret: string,
    private readonly token: string,
    private readonly host: string,
    private readonly service: string,
    private readonly request: APIRequestContext,
  ) {}

  /** Serves pages that embed the tracker the way the instructions say. */
  async serve(): Promise<void> {
    const snippet = `<script defer src="${this.service}/t.js" data-key="${this.key}"></script>`
    this.server = createServer((req, res) => {
      const path = req.url!.split('?')[0]!
      res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      res.end(
        `<!doctype html><html lang="en"><title>${path}</title>${snippet}${this.pages.get(path) ?? path}`,
      )
    })
    await new Promise<void>(resolve => this.server!.listen(0, resolve))
    this.origin = `http://${this.host}:${(this.server.address() as AddressInfo).port}`
  }

  /** Everything stored for the site, as its owner exports it. */
  async stored(): Promise<StoredHit[]> {
    const answer = await this.export()
    expect(answer.status()).toBe(200)
    const lines = (await answer.text()).split('\n').filter(Boolean)
    return lines.map(line => JSON.parse(line))
  }

  /** Asks for the export of a site with this client's token. */
  export(siteId = this.siteId) {
    return this.request.get(`/api/v1/sites/${siteId}/export`, {
      headers: { Authorization: `Bearer ${this.token}` },
    })
  }

  /** Sends one hit as a server does; resolves with why it was dropped, or null. */
  async send(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<string | null> {
    const answer = await this.request.get('/e', { params: { _k: this.key, ...fields }, headers })
    expect(answer.status()).toBe(200)
    return answer.headers()['x-firsthand-dropped'] ?? null
  }

  /** Signs the browser in as somebody new who owns this client's account, and opens a page of the site. */
  async openAsOwner(page: Page, path: string): Promise<void> {
    const [email, password] = [
      `owner-${this.siteId.toLowerCase()}@${this.host}.example`,
      'a password of the tests',
    ]
    await runScript('e2e/testing/make-owner.ts', this.siteId, email, password)
    const here = `/sites/${this.siteId}/${path}`
    await page.goto(`${this.service}/signin?next=${encodeURIComponent(here)}`)
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(url => url.pathname === here)
  }

  /** Changes the site's settings as its owner does, and waits until they hold for hits. */
  async change(page: Page, fill: (settings: Page) => Promise<void>): Promise<void> {
    await this.openAsOwner(page, 'settings')
    await fill(page)
    await page.getByLabel('Paths to refuse').fill(settled)
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
    await expect
      .poll(() => this.send({ _p: 'a', _n: 'x', url: `${this.origin}${settled}` }))
      .toBe('shield-path')
  }

  close(): void {
    this.server?.closeAllConnections()
    this.server?.close()
  }
}

const runScript = (...args: string[]) => promisify(execFile)(process.execPath, ['--import', 'tsx', ...args])

/** The running service knows a new site within about a second. */
async function makeClient(
  name: string,
  host: string,
  service: string,
  request: APIRequestContext,
): Promise<Client> {
  const url = `https://${name}.example`
  const { stdout } = await runScript('app/_setup/site.ts', 'create', '--name', name, '--url', url)
  const { siteId, key, secret, token } = JSON.parse(stdout)
  const client = new Client(siteId, key, secret, token, host, service, request)
  await client.serve()
  await expect
    .poll(async () => (await request.get('/e', { params: { _k: key } })).headers()['x-firsthand-dropped'])
    .not.toBe('unknown-key')
  return client
}

type Clients = { ann: Client; bob: Client }

/** Two clients on two registrable hosts, both other than the service's own origin. */
export const test = base.extend<{ clients: Clients } & Clients>({
  clients: async ({ baseURL, request }, use) => {
    const [ann, bob] = await Promise.all([
      makeClient('ann', '127.0.0.1', baseURL!, request),
      makeClient('bob', 'localhost', baseURL!, request),
    ])
    await use({ ann, bob })
    ann.close()
    bob.close()
  },
  ann: ({ clients }, use) => use(clients.ann),
  bob: ({ clients }, use) => use(clients.bob),
})

/** Browsers speak of a visit after a moment; waits until the client's site holds this many page views. */
export const viewsOf = async (client: Client, count: number): Promise<StoredHit[]> => {
  const views = async () => (await client.stored()).filter(hit => hit._n === 'page view')
  await expect.poll(async () => (await views()).length).toBe(count)
  return views()
}
