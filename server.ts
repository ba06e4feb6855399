import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { makeCollector } from '@/_analytics/collect/collector'
import { openCountries } from '@/_analytics/collect/country'
import { makeIntake } from '@/_analytics/collect/intake'
import { Refusals } from '@/_analytics/collect/refusals'
import { keepRefusals } from '@/_analytics/collect/refusals.data'
import { SiteRegistry } from '@/_analytics/collect/registry'
import { answerBroken, collectingServer } from '@/_analytics/collect/server-options'
import { planNextWatch } from '@/_analytics/health/watch.data'
import { ownSiteKey } from '@/_analytics/reports/own-site'
import { sampleWriter } from '@/_analytics/start/sample-writer'
import { openSegmentStore } from '@/_analytics/store/segments'
import { planUpkeep } from '@/_analytics/store/upkeep.data'
import { makeTrackerFiles } from '@/_analytics/tracker/serve'
import { startDelivery } from '@/_audience/deliver'
import { mailboxTransport } from '@/_audience/mailbox.data'
import { resendTransport } from '@/_audience/resend'
import { planReconcile } from '@/_billing/reconcile.data'
import { paymentPages } from '@/_billing/stripe'
import { commentGate } from '@/_blog/comments/gate'
import { planNextDigests } from '@/_newsletters/digests.data'
import { letterWriters } from '@/_newsletters/letters.data'
import { mailDoor } from '@/_newsletters/measure/mail-door'
import { systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { watchDb } from '@/_platform/db-watch'
import { declareMode, env } from '@/_platform/env'
import { Assets } from '@/_platform/http/assets'
import { makeFront } from '@/_platform/http/front'
import { renderThrough } from '@/_platform/http/next-render'
import { PageCache } from '@/_platform/http/page-cache'
import { startJobs } from '@/_platform/jobs.data'
import { lockDataDir } from '@/_platform/lock'
import { log } from '@/_platform/log'
import { share } from '@/_platform/shared'
import { closeServer, stopGracefully } from '@/_platform/stop'
import { planPostings } from '@/_privacy/postings.data'
import { sitesToCollect } from '@/_privacy/requests/refusals.data'
import { syncSchedules } from '@/_webinars/schedule.data'
import { webinars } from '@/_webinars/webinars'
import { greeting } from './app/_setup/greeting'
import { jobHandlers } from './app/_setup/job-handlers'
import { warm } from './app/_setup/warm'
import { isInteractive, keptFor } from './app/content-pages'

const dev = process.argv.includes('--dev')

/** Everything that can fail clearly comes first; tracking is answered while Next is still getting ready. */
async function start(): Promise<void> {
  const release = lockDataDir(env.DATA_DIR)
  const store = share('store', await openSegmentStore(env.DATA_DIR))
  const sites = share('sites', new SiteRegistry(sitesToCollect))
  await sites.refresh()
  share('sample writer', sampleWriter(env.DATA_DIR))
  const refusals = share('refusals', new Refusals())
  const country = await openCountries(env.GEOIP_FILE)
  const stopRefusals = keepRefusals(refusals)
  const collecting = {
    ...{ sites, log: store, clock: systemClock, refusals, country },
    trustedProxies: env.TRUSTED_PROXIES,
  }
  const intake = makeIntake(collecting)
  const trackedSites = { byKey: (key: string) => sites.byKey(key)?.site }

  declareMode(dev)
  const { default: next } = await import('next')
  const app = next({ dev, hostname: 'localhost', port: env.PORT })
  const ready = app.prepare()
  const handle = app.getRequestHandler()
  const render = renderThrough(handle)
  const pages = share('pages', new PageCache(render, new URL(env.SITE_URL).host, systemClock))
  const front = makeFront({
    doors: [
      makeCollector(collecting, intake),
      mailDoor({ intake, ownKey: ownSiteKey, clock: systemClock }),
      makeTrackerFiles({ dir: join('.build', 'tracker'), sites: trackedSites }),
      commentGate({ clock: systemClock, trustedProxies: env.TRUSTED_PROXIES }),
    ],
    assets: dev ? [] : builtFiles(),
    pages,
    render,
    next: handle,
    ready,
    keptFor,
    isInteractive,
    formsLeadTo: paymentPages,
    siteUrl: env.SITE_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    dev,
  })
  const server = await listen(createServer(collectingServer, front))
  server.on('clientError', (error, socket) =>
    answerBroken(error, socket, reason => refusals.count('', reason, systemClock())),
  )
  const stopWatching = watchDb(env.DATA_DIR, () => void sites.refresh())
  const stopMail = await startDelivery(mailTransport(), systemClock, letterWriters(systemClock))
  await planNextWatch(systemClock)
  await planUpkeep(systemClock)
  await syncSchedules(webinars, systemClock)
  await planNextDigests(systemClock)
  await planReconcile(systemClock)
  await planPostings(systemClock)
  const stopJobs = startJobs(jobHandlers(store, systemClock), systemClock)
  stopGracefully([
    ['requests', () => closeServer(server)],
    ['jobs', stopJobs],
    ['mail', stopMail],
    ['watching', stopWatching],
    ['refusals', stopRefusals],
    ['store', () => store.close()],
    ['database', () => db().$disconnect()],
    ['folder', release],
  ])
  await ready
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  process.stdout.write(await greeting())
  if (!dev) await warm(pages)
}

/** Pictures of link previews; a server of the tests may do without. */
const previews = join('.build', 'og')

const builtFiles = () => [
  new Assets('.next/static', '/_next/static/', 'public, max-age=31536000, immutable'),
  new Assets('public', '/', 'public, max-age=3600'),
  ...(existsSync(previews) ? [new Assets(previews, '/og/', 'public, max-age=3600')] : []),
]

const mailTransport = () =>
  env.RESEND_API_KEY
    ? resendTransport({ key: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL })
    : mailboxTransport(systemClock)

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${env.PORT} is in use. Stop what listens there, or set PORT.`)
          : error,
      ),
    )
    server.listen(env.PORT, env.HOST, () => resolve(server))
  })

start().catch(error => {
  log.debug({ err: error }, 'the start failed')
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
