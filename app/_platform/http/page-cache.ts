import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { wantsLess } from '../preferences'
import { shared } from '../shared'
import { type Stored, sendStored, store } from './encode'
import { contentSecurityPolicy } from './headers'
import type { Render } from './next-render'
import { stripRuntime } from './strip'

type Page = { body: Stored; headers: [string, string][]; freshUntil: number; staleUntil: number }

/** How long an outdated page is still answered while a new one is made: 10 minutes. */
const staleFor = 600_000

/**
 * Content pages in memory: rendered once without any visitor's headers, stripped, compressed, and made again in the
 * background when they are out of date. Only answers of status 200 are kept.
 */
export class PageCache {
  private readonly pages = new Map<string, Page>()
  private readonly making = new Map<string, Promise<Page | undefined>>()

  constructor(
    private readonly render: Render,
    private readonly host: string,
    private readonly clock: Clock,
  ) {}

  /** Answers from memory; false when the page is not one that can be kept, so that the caller asks Next. */
  async answer(req: IncomingMessage, res: ServerResponse, path: string, maxAge: number): Promise<boolean> {
    const page = await this.page(path, maxAge)
    if (!page) return false
    const { headers } = page
    const less = wantsLess(req.headers.cookie)
    sendStored(req, res, page.body, 200, less ? headers.filter(([name]) => name !== 'Link') : headers)
    return true
  }

  /** Drops a page, so that the next visitor gets a new one. */
  forget(path: string): void {
    this.pages.delete(path)
    this.making.delete(path)
  }

  /** Drops every page: something that stands on all of them changed. */
  forgetAll(): void {
    this.pages.clear()
    this.making.clear()
  }

  /** Makes the page ready before anyone asks. `maxAge` in seconds. */
  async page(path: string, maxAge: number): Promise<Page | undefined> {
    const page = this.pages.get(path)
    const now = this.clock()
    if (page && now < page.freshUntil) return page
    const made = this.making.get(path) ?? this.make(path, maxAge)
    if (!page || now >= page.staleUntil) return made
    made.catch(() => {})
    return page
  }

  private make(path: string, maxAge: number): Promise<Page | undefined> {
    const made = this.fresh(path, maxAge).then(page => {
      if (this.making.get(path) !== made) return page
      this.making.delete(path)
      if (page) this.pages.set(path, page)
      else this.pages.delete(path)
      return page
    })
    made.catch(() => this.making.delete(path))
    this.making.set(path, made)
    return made
  }

  private async fresh(path: string, maxAge: number): Promise<Page | undefined> {
    const { status, headers, body } = await this.render({
      method: 'GET',
      url: path,
      headers: { host: this.host },
    })
    if (status !== 200) return undefined
    const type = String(headers['content-type'])
    const freshUntil = this.clock() + maxAge * 1000
    const kept: [string, string][] = [['Cache-Control', 'public, max-age=0, must-revalidate']]
    if (!type.startsWith('text/html'))
      return { body: await store(body, type), headers: kept, freshUntil, staleUntil: freshUntil + staleFor }
    const { html, hashes } = stripRuntime(body.toString())
    kept.push(['Content-Security-Policy', contentSecurityPolicy({ hashes })])
    if (headers.link) kept.push(['Link', String(headers.link)])
    return {
      body: await store(Buffer.from(html), type),
      headers: kept,
      freshUntil,
      staleUntil: freshUntil + staleFor,
    }
  }
}

/** For domains whose change must show at once: drops a page from the front's memory. */
export const forgetPage = (path: string): void => shared<PageCache>('pages').forget(path)

/** The same for what stands on every page. */
export const forgetAllPages = (): void => shared<PageCache>('pages').forgetAll()
