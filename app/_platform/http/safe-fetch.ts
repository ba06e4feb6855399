import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, isIPv6, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { second } from '../clock'
import { AppError } from '../errors'
import { isPublicAddress } from './public-address'

const mostRedirects = 5
const mostBytes = 2 * 1024 * 1024
const longest = 5 * second

export type SafeFetchOptions = {
  /** Every address of a host name. */
  resolve?: (host: string) => Promise<string[]>
  /** Addresses that may be connected to besides public ones. For tests with a server of their own. */
  alsoAllow?: (address: string) => boolean
  userAgent?: string
}

export type Fetched = { url: string; status: number; type: string; text: string }

const byDns = async (host: string) => (await lookup(host, { all: true })).map(found => found.address)

/**
 * Fetches a page that somebody else named, without being led into our own networks: http and https only, every
 * address of the host must be public, and the connection goes to the address that was checked, so a second
 * answer of the name server changes nothing. At most 5 redirects, each checked alike, 2 MB (decompressed) and
 * 5 seconds in all.
 * @throws AppError 'invalid' for what may not be fetched; 'unavailable' when it did not answer; 'too_large'
 */
export async function safeFetch(address: string, options: SafeFetchOptions = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(longest)
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(unavailable('The page took longer than 5 seconds.')), {
      once: true,
    }),
  )
  late.catch(() => {})
  return Promise.race([follow(address, options, signal), late])
}

async function follow(address: string, options: SafeFetchOptions, signal: AbortSignal): Promise<Fetched> {
  let next = address
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const url = webAddress(next)
    const answer = await connect(url, await checkedAddress(url, options), options, signal)
    const { statusCode: status = 0, headers } = answer
    if (status < 300 || status >= 400 || !headers.location) {
      const text = await readText(answer)
      return { url: url.href, status, type: headers['content-type'] ?? '', text }
    }
    answer.destroy()
    if (!URL.canParse(headers.location, url.href)) throw invalid('The page leads on to no valid address.')
    next = new URL(headers.location, url).href
  }
  throw invalid(`The page leads on more than ${mostRedirects} times.`)
}

/** The parsed address: odd spellings of numbers (0x7f.1, 2130706433, 017700000001) are plain ones afterwards. */
function webAddress(text: string): URL {
  if (!URL.canParse(text)) throw invalid('This is no valid address.')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid('Only http and https addresses are fetched.')
  if (url.username || url.password) throw invalid('An address with a password in it is not fetched.')
  return url
}

async function checkedAddress(url: URL, options: SafeFetchOptions): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [host] : await (options.resolve ?? byDns)(host).catch(() => [])
  const [first] = found
  if (!first) throw unavailable(`There is no host ${host}.`)
  const allowed = (one: string) => isPublicAddress(one) || options.alsoAllow?.(one) === true
  if (!found.every(allowed)) throw invalid('This address does not lead to the public internet.')
  return first
}

function connect(
  url: URL,
  address: string,
  { userAgent = 'Mozilla/5.0 (compatible)' }: SafeFetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const family = isIPv6(address) ? 6 : 4
  const pinned: LookupFunction = (_host, { all }, found) =>
    all ? found(null, [{ address, family }]) : found(null, address, family)
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = {
    Accept: 'text/html,application/xhtml+xml;q=0.9',
    'Accept-Encoding': 'identity',
    'User-Agent': userAgent,
  }
  return new Promise((resolve, reject) => {
    request(url, { agent: false, lookup: pinned, signal, headers }, resolve)
      .on('error', error => reject(unavailable(`The page did not answer (${reasonOf(error)}).`)))
      .end()
  })
}

const reasonOf = (error: Error & { code?: string }) => error.code ?? error.message

async function readText(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of decoded(answer)) {
      size += (piece as Buffer).length
      if (size > mostBytes) throw new AppError('too_large', 'The page is larger than 2 MB.')
      pieces.push(piece as Buffer)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unavailable('The page broke off before its end.')
  } finally {
    answer.destroy()
  }
  return Buffer.concat(pieces).toString()
}

/** Compressed answers come although none was asked for; the limit holds for what they unfold to. */
function decoded(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding']
  const decoder =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  if (!decoder) return answer
  answer.on('error', error => decoder.destroy(error))
  return answer.pipe(decoder)
}

const invalid = (message: string) => new AppError('invalid', message)
const unavailable = (message: string) => new AppError('unavailable', message)
