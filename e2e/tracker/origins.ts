import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Site, siteSettings } from '@/_analytics/sites'
import { buildTracker } from '@/_analytics/tracker/build'
import { makeTrackerFiles } from '@/_analytics/tracker/serve'
import { optInHeader, optOutHeader } from '@/_privacy/opt-out'

export const key = 'c0ffee'.repeat(7).slice(2)

/** A hit as it came in at a door, whichever it was. */
export type Seen = { door: string; cookies: string } & Record<string, string>

type Settings = Omit<Partial<Site['settings']>, 'automatic'> & {
  automatic?: Partial<Site['settings']['automatic']>
}

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const quiet = Object.fromEntries(
  Object.keys(siteSettings.parse({}).automatic).map(name => [name, false]),
) as Site['settings']['automatic']

/** The tracking host at 127.0.0.1 and a client's site at localhost, both on ports of their own. */
export class Origins {
  hits: Seen[] = []
  /** Every request that reached the tracking host, scripts too: its method and path. */
  requests: string[] = []
  /** While true, the collector answers 503. */
  failing = false
  tracker = ''
  site = ''
  private settings = siteSettings.parse({})
  private pages = new Map<string, { html: string; headers: Record<string, string> }>()
  private servers: Server[] = []
  /** Where `buildTracker` wrote. */
  dir = ''

  /** Forgets what was seen; `settings` are the site's, its automatic behaviours off but those given. */
  reset(settings: Settings = {}): void {
    this.hits = []
    this.requests = []
    this.failing = false
    this.pages.clear()
    this.settings = siteSettings.parse({ ...settings, automatic: { ...quiet, ...settings.automatic } })
  }

  /** Puts a page at a path of the client's site; `{{tracker}}` and `{{key}}` are filled in. @returns its address */
  page(path: string, body: string, headers: Record<string, string> = {}): string {
    const fill = (text: string) => text.replaceAll('{{tracker}}', this.tracker).replaceAll('{{key}}', key)
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]))
    this.pages.set(path, { html: `<!doctype html><title>${path}</title>${fill(body)}`, headers: filled })
    return this.site + path
  }

  /** Puts a script of the client's own there. */
  script(path: string, text: string): void {
    this.pages.set(path, { html: text, headers: { 'content-type': 'text/javascript' } })
  }

  async start(): Promise<this> {
    this.dir = await mkdtemp(join(tmpdir(), 'tracker-'))
    await buildTracker(this.dir)
    const site = () =>
      ({
        id: 'site_1',
        accountId: 'a',
        name: 'n',
        url: this.site,
        key,
        secret: 's',
        timezone: 'UTC',
        settings: this.settings,
      }) as Site
    const files = makeTrackerFiles({
      dir: this.dir,
      sites: { byKey: given => (given === key ? site() : undefined) },
    })
    const tracker = createServer((req, res) => {
      if (req.url !== '/favicon.ico') this.requests.push(`${req.method} ${req.url}`)
      if (files(req, res)) return
      const choice = { '/out': optOutHeader, '/in': optInHeader }[req.url!]
      if (choice) return res.writeHead(200, { 'set-cookie': choice }).end('done')
      const headers = {
        'cache-control': 'no-store',
        'access-control-allow-origin': req.headers.origin ?? '*',
        'access-control-allow-credentials': 'true',
      }
      readBody(req).then(body => {
        if (this.failing) return res.writeHead(503, headers).end()
        this.take(req, body)
        res.writeHead(200, { ...headers, 'content-type': 'image/gif' }).end(gif)
      })
    })
    const client = createServer((req, res) => {
      const page = this.pages.get(req.url!.split('?')[0]!)
      res.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
      res.end(page?.html)
    })
    this.servers = [tracker, client]
    for (const server of this.servers) await new Promise<void>(done => server.listen(0, done))
    const [trackerPort, sitePort] = this.servers.map(server => (server.address() as AddressInfo).port)
    this.tracker = `http://127.0.0.1:${trackerPort}`
    this.site = `http://localhost:${sitePort}`
    return this
  }

  async stop(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections()
      server.close()
    }
    await rm(this.dir, { recursive: true })
  }

  /** Stores each hit once, as the collector does: one that is sent again carries the same insert id. */
  private take(req: IncomingMessage, body: string): void {
    const url = new URL(req.url!, this.tracker)
    const door = url.pathname
    const query = Object.fromEntries(url.searchParams)
    const sent = door === '/c' ? JSON.parse(body) : /^\/[esa]$/.test(door) ? [query] : []
    for (const hit of sent) {
      if (this.hits.some(known => known._i && known._i === hit._i)) continue
      this.hits.push({ door, cookies: req.headers.cookie ?? '', _k: query._k, ...hit })
    }
  }
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
