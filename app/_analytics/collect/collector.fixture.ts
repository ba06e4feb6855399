import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hit } from '../hit'
import { type Site, type SiteSettings, siteSettings } from '../sites'
import { openLogFile } from '../store/log'
import { openLog } from '../store/log-client'
import { makeCollector } from './collector'
import type { CollectorOptions } from './intake'
import { Refusals } from './refusals'
import { SiteRegistry } from './registry'
import { answerBroken, collectingServer } from './server-options'

export const key = 'a'.repeat(40)
export const secret = 'the secret of the site'

/** 2026-03-02T12:00:00.500Z, the time of every test's clock. */
export const now = Date.UTC(2026, 2, 2, 12, 0, 0, 500)
export const nowSecond = Math.floor(now / 1000)

export type Settings = Partial<Omit<SiteSettings, 'automatic'>>

export const makeSite = (settings: Settings = {}, more: Partial<Site> = {}): Site => ({
  id: 'site_one',
  accountId: 'account_one',
  name: 'One',
  url: 'https://one.example',
  key,
  secret,
  timezone: 'UTC',
  settings: { ...siteSettings.parse({}), ...settings },
  ...more,
})

/** A collector behind a real HTTP server with a real log, for one test. */
export async function startCollector(
  given: Partial<CollectorOptions> & { settings?: Settings; otherSites?: Site[]; dataDir?: string } = {},
) {
  const dir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'collector-'))
  const log = await openLog(dir)
  const refusals = new Refusals()
  const sites = new SiteRegistry(async () => [makeSite(given.settings), ...(given.otherSites ?? [])])
  await sites.refresh()
  const door = makeCollector({ sites, log, clock: () => now, refusals, trustedProxies: 0, ...given })
  const server = createServer(collectingServer, (req, res) => {
    if (!door(req, res)) res.writeHead(404).end()
  })
  server.on('clientError', (error, socket) =>
    answerBroken(error, socket, reason => refusals.count('', reason, now)),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`

  let mark = 0
  const reader = openLogFile(dir)
  const select = reader.prepare('SELECT seq, line FROM hit WHERE seq > ? ORDER BY seq')
  const rows = () => select.all(mark) as { seq: number; line: string }[]

  return {
    base,
    port,
    dir,
    refusals,
    sites,
    get: (target: string, headers: Record<string, string> = {}) => fetch(base + target, { headers }),
    /** The parameters of the target as a form body, to its bare path. */
    post: (target: string, headers: Record<string, string> = {}) => {
      const [path = '', query = ''] = target.split(/\?(.*)/s)
      return fetch(base + path, {
        method: 'POST',
        body: query,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      })
    },
    /** Writes bytes to a new connection and returns all that comes back until the server closes it. */
    raw: (bytes: string | Buffer) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        const chunks: Buffer[] = []
        socket.on('data', chunk => chunks.push(chunk))
        socket.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')))
        socket.on('error', reject)
      }),
    /** What was stored since the start or the last `forget`. */
    stored: (): Hit[] => rows().map(row => JSON.parse(row.line)),
    forget: () => {
      mark = rows().at(-1)?.seq ?? mark
      refusals.take()
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await log.close()
      reader.close()
      if (!given.dataDir) rmSync(dir, { recursive: true, force: true })
    },
  }
}

export type RunningCollector = Awaited<ReturnType<typeof startCollector>>
