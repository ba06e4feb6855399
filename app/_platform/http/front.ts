import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { newId } from '../ids'
import { log } from '../log'
import { preferencesSheet, readPreferences, wantsLess } from '../preferences'
import type { Assets } from './assets'
import { callerAddress, callerIsSecure } from './caller'
import { sendStored, store } from './encode'
import { contentSecurityPolicy, newNonce, securityHeaders } from './headers'
import type { Render, Rendered } from './next-render'
import type { PageCache } from './page-cache'
import { stripRuntime } from './strip'

/** Answers the request, or says false when it is not its own. */
export type Door = (req: IncomingMessage, res: ServerResponse) => boolean

export type FrontOptions = {
  /** The tracking endpoints and the tracker's files: they come first and see nothing of the rest. */
  doors: Door[]
  assets: Assets[]
  pages: PageCache
  render: Render
  next: RequestListener
  /** Resolves when Next can answer; tracking does not wait for it. */
  ready: Promise<void>
  keptFor: (path: string, query: string) => number | undefined
  isInteractive: (path: string) => boolean
  /** Origins beside ours to which a page's forms may lead. */
  formsLeadTo?: (path: string) => string[]
  siteUrl: string
  trustedProxies: number
  dev: boolean
}

/** A path without a route. */
const nowhere = '/nothing-stands-here'

const apology = '/broken'

/** The one listener in front of Next: tracking, files, kept pages, and the rest to Next with a nonce. */
export function makeFront(options: FrontOptions): RequestListener {
  const { doors, assets, pages, render, next, keptFor, isInteractive, trustedProxies, dev } = options
  const https = options.siteUrl.startsWith('https:')
  const fixed = securityHeaders(https)

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = (req.url ?? '/').split('?', 2)
    if (https && trustedProxies > 0 && !callerIsSecure(req, trustedProxies)) {
      res.writeHead(308, { Location: options.siteUrl + req.url }).end()
      return
    }
    const reading = req.method === 'GET' || req.method === 'HEAD'
    for (const [name, value] of fixed) res.setHeader(name, value)
    if (path === '/theme.css') return sendTheme(req, res)
    if (path === '/healthz') return void res.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok\n')
    if (reading && assets.some(folder => folder.answer(req, res, path))) return

    await options.ready
    describeCaller(req, trustedProxies)
    if (dev || isInteractive(path) || path.startsWith('/_next/') || req.headers.rsc)
      return throughNext(req, res, path)
    if (reading && !req.headers.cookie?.includes('__prerender_bypass')) {
      const maxAge = keptFor(path, query)
      if (maxAge !== undefined && (await pages.answer(req, res, path, maxAge))) return
    }
    await throughNextStripped(req, res)
  }

  function throughNext(req: IncomingMessage, res: ServerResponse, path: string): void {
    const policy = contentSecurityPolicy({ nonce: newNonce(), forms: options.formsLeadTo?.(path), dev })
    req.headers['content-security-policy'] = policy
    const { writeHead } = res
    res.writeHead = ((...head: Parameters<typeof writeHead>) => {
      // A route that answers something stranger than a page of ours (a mail, a download) brings a policy of its own.
      if (!res.hasHeader('content-security-policy')) res.setHeader('Content-Security-Policy', policy)
      return writeHead.apply(res, head)
    }) as typeof writeHead
    next(req, res)
  }

  async function throughNextStripped(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { 'accept-encoding': _encoding, 'if-none-match': _match, ...headers } = req.headers
    const body = req.method === 'GET' || req.method === 'HEAD' ? undefined : req
    const answered = await finished(
      await render({ method: req.method ?? 'GET', url: req.url ?? '/', headers, body }),
      headers,
    )
    const less = wantsLess(req.headers.cookie)
    for (const [name, value] of Object.entries(answered.headers))
      if (!(less && name === 'link')) res.setHeader(name, value)
    const type = String(answered.headers['content-type'] ?? '')
    if (!type.startsWith('text/html')) {
      res.writeHead(answered.status).end(req.method === 'HEAD' ? undefined : answered.body)
      return
    }
    const { html, hashes } = stripRuntime(answered.body.toString())
    res.setHeader('Content-Security-Policy', contentSecurityPolicy({ hashes }))
    sendStored(req, res, await store(Buffer.from(html), type, 4), answered.status)
  }

  /**
   * Next leaves a missing or failed page to React in the browser, which content pages do not carry: pages that are
   * whole in themselves answer instead.
   */
  async function finished(drawn: Rendered, headers: IncomingMessage['headers']): Promise<Rendered> {
    const isRedirect = drawn.status < 400
    if (isRedirect || !drawn.body.subarray(0, 200).includes('id="__next_error__"')) return drawn
    if (drawn.status === 404) return render({ method: 'GET', url: nowhere, headers })
    const sorry = await render({ method: 'GET', url: apology, headers: {} })
    return {
      status: drawn.status,
      headers: { ...sorry.headers, 'cache-control': 'no-store' },
      body: sorry.body,
    }
  }

  return (req, res) => {
    for (const door of doors) if (door(req, res)) return
    const id = newId('req')
    req.headers['x-request-id'] = id
    res.setHeader('X-Request-Id', id)
    answer(req, res).catch(error => {
      log.error({ id, method: req.method, path: req.url?.split('?')[0], err: error }, 'a request failed')
      if (res.headersSent) res.destroy()
      else
        res
          .writeHead(500, { 'Content-Type': 'text/plain' })
          .end('Something failed on our side. It is logged.\n')
    })
  }
}

function sendTheme(req: IncomingMessage, res: ServerResponse): void {
  const sheet = preferencesSheet(readPreferences(req.headers.cookie))
  res.writeHead(200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Content-Length': sheet.length,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
  })
  res.end(sheet)
}

/** Routes read the caller from these headers alone; whatever a client wrote there is replaced. */
function describeCaller(req: IncomingMessage, trustedProxies: number): void {
  req.headers['x-client-address'] = callerAddress(req, trustedProxies)
  delete req.headers['x-forwarded-host']
  delete req.headers['x-middleware-subrequest']
}
