import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Site } from '@/_analytics/sites'
import { hasOptedOut } from '@/_privacy/opt-out'
import { verdict } from '@/_privacy/verdict'
import { type Refusal, type TrackerConfig, trackerConfig } from './config'

type Options = {
  /** The directory that `buildTracker` wrote. */
  dir: string
  sites: { byKey(key: string): Site | undefined }
}
type Encoded = { etag: string; plain: Buffer; br: Buffer; gzip: Buffer }

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** Loads the script of the site that `data-key` names; `/t.js?k=KEY` in the page saves this step. */
const loader = `(d=>{var c=d.currentScript,s=d.createElement("script");s.src=c.src.split("?")[0]+"?k="+c.dataset.key;s.nonce=c.nonce;d.head.append(s)})(document)`

/** What the request alone says about being recorded; the script adds what only the page can tell. */
function refusal({ headers }: IncomingMessage, site?: Site): Refusal | undefined {
  const decision = verdict({
    optedOut: hasOptedOut(headers.cookie),
    siteOptedOut: false,
    gpc: headers['sec-gpc'] === '1',
    dnt: headers.dnt === '1',
    honourDnt: site?.settings.honourDnt ?? false,
    cookieless: false,
    accountRefuses: false,
    personRefuses: false,
    shield: undefined,
  })
  return decision.collect ? undefined : decision.reason
}

/**
 * Answers the tracker's own files, with the site's settings and this browser's refusal inside:
 * `/t.js?k=KEY` (and `/t.js` for `data-key`), its lazily loaded part, `/i.js`, `/KEY.1.js` and `/KEY.2.js`.
 * An unknown key gets a library that records nothing, so that nobody's page breaks.
 * @returns a handler that says whether the request was one of these; it answers on its own
 */
export function makeTrackerFiles({ dir, sites }: Options) {
  const read = (name: string) => readFileSync(join(dir, `${name}.js`), 'utf8')
  const core = read('t')
  const more = read('more')
  const full = read('full')
  const morePath = `t.${hash(more)}.js`
  const encoded = new Map<string, Promise<Encoded>>()

  const withSettings = (script: string, config: TrackerConfig) =>
    script.replace('FIRSTHAND_CONFIG', () => JSON.stringify(config))

  const forSite = (req: IncomingMessage, key: string, script: string, part?: string) => {
    const site = sites.byKey(key)
    return withSettings(
      script,
      site ? trackerConfig(site, refusal(req, site), part) : { o: 'unknown-key', s: [] },
    )
  }

  function bodyOf(req: IncomingMessage, path: string, query: URLSearchParams): string | undefined {
    if (path === '/t.js') {
      const key = query.get('k')
      return key === null ? loader : forSite(req, key, core, morePath)
    }
    if (/^\/t\.[0-9a-f]{8}\.js$/.test(path)) return more
    if (path === '/i.js') return `window._kmo="${refusal(req) ?? ''}";window._kmil&&_kmil()`
    const key = /^\/([\w-]{8,64})\.[12]\.js$/.exec(path)?.[1]
    return key && forSite(req, key, full)
  }

  return (req: IncomingMessage, res: ServerResponse): boolean => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const [path = '', search = ''] = (req.url ?? '').split('?', 2)
    if (!path.endsWith('.js') || path.lastIndexOf('/') > 0) return false
    const body = bodyOf(req, path, new URLSearchParams(search))
    if (body === undefined) return false
    let ready = encoded.get(body)
    if (!ready) {
      if (encoded.size >= 500) encoded.delete(encoded.keys().next().value!)
      ready = encode(body)
      encoded.set(body, ready)
    }
    ready.then(
      file => answer(req, res, file, path === `/${morePath}`),
      () => res.writeHead(500).end(),
    )
    return true
  }
}

async function encode(body: string): Promise<Encoded> {
  const plain = Buffer.from(body)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params }),
    promisify(gzip)(plain, { level: 9 }),
  ])
  return { etag: `W/"${hash(body)}"`, plain, br, gzip: gz }
}

/** The validator comes from the text alone, so it says nothing about a visitor but what the text says. */
function answer(req: IncomingMessage, res: ServerResponse, file: Encoded, immutable: boolean): void {
  const accepted = req.headers['accept-encoding'] ?? ''
  const coding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain'
  const body = file[coding]
  const headers = {
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache',
    etag: file.etag,
    vary: 'Accept-Encoding',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  }
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304, headers).end()
    return
  }
  res.writeHead(200, {
    ...headers,
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': body.length,
    ...(coding !== 'plain' && { 'content-encoding': coding }),
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}
