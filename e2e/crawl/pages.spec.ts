import { type APIRequestContext, expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { keptFor } from '@/content-pages'
import { listedPaths, unlisted } from './public-paths'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // What React writes, and no mistake: void elements closed, attributes in its own case, empty booleans as ="".
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    'attr-case': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Several topics are ticked under one name, the first of which is not asked.
    'form-dup-name': 'off',
  },
})

/** A form of a server action has the page's own address, which React writes as an empty one. */
const actionOfReact = 'Attribute "action" has invalid value ""'

type Fetched = { status: number; html: string; links: string[]; bytes: number }

/** Pages and files, each asked for once, with their size as it travels. */
class Walk {
  readonly wrong: string[] = []
  private readonly pages = new Map<string, Promise<Fetched>>()
  private readonly sizes = new Map<string, Promise<number>>()

  constructor(private readonly base: string) {}

  page(path: string): Promise<Fetched> {
    let page = this.pages.get(path)
    if (!page) {
      page = this.fetch(path)
      this.pages.set(path, page)
    }
    return page
  }

  private async fetch(path: string): Promise<Fetched> {
    const answer = await fetch(this.base + path, { headers: { 'Accept-Encoding': 'br' } })
    const html = await answer.text()
    const links = (answer.headers.get('link') ?? '').match(/<[^>]+>/g)?.map(link => link.slice(1, -1)) ?? []
    return { status: answer.status, html, links, bytes: Number(answer.headers.get('content-length')) }
  }

  /** Bytes of a file as it travels. */
  size(path: string): Promise<number> {
    let size = this.sizes.get(path)
    if (!size) {
      size = fetch(this.base + path, { headers: { 'Accept-Encoding': 'br' } }).then(async answer => {
        await answer.arrayBuffer()
        if (answer.status !== 200) this.wrong.push(`${path} answers ${answer.status}`)
        return Number(answer.headers.get('content-length'))
      })
      this.sizes.set(path, size)
    }
    return size
  }
}

const attribute = (tag: string, name: string) =>
  tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]?.replaceAll('&amp;', '&')
const tags = (html: string, name: string) => html.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? []
const meta = (html: string, name: string) =>
  tags(html, 'meta')
    .filter(tag => [attribute(tag, 'name'), attribute(tag, 'property')].includes(name))
    .map(tag => attribute(tag, 'content') ?? '')

test('every public page is valid HTML, ships no framework, and every link on it leads somewhere', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const walk = new Walk(baseURL!)
  const { wrong } = walk
  const listed = await listedPaths(request)
  const ids = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  for (const path of [...listed, ...unlisted]) {
    const { status, html } = await walk.page(path)
    if (status !== (path === '/nothing-here' ? 404 : path === '/broken' ? status : 200))
      wrong.push(`${path}: ${status}`)
    const interactive = path === '/signin'
    if (!interactive && /<script[^>]+src="\/_next/.test(html)) wrong.push(`${path}: ships Next's runtime`)
    if (/ style="/.test(html)) wrong.push(`${path}: an inline style`)
    if (html.split('<h1').length !== 2) wrong.push(`${path}: not one h1`)
    if (!interactive)
      for (const { messages } of (await validator.validateString(html)).results)
        for (const { message, line, column, ruleId } of messages)
          if (message !== actionOfReact) wrong.push(`${path}:${line}:${column} ${ruleId}: ${message}`)
    for (const tag of tags(html, 'a')) {
      const href = attribute(tag, 'href') ?? ''
      const target = new URL(href, `http://here${path}`)
      if (target.host !== 'here' || target.pathname === '/nothing-here') continue
      const there = await walk.page(target.pathname + target.search)
      if (there.status !== 200) wrong.push(`${path}: ${href} answers ${there.status}`)
      if (target.hash && !ids(there.html).has(target.hash.slice(1)))
        wrong.push(`${path}: ${href} has no such part`)
    }
  }
  expect(wrong).toEqual([])
})

test('every listed page says what it is: title, description, address, picture, place, data', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const walk = new Walk(baseURL!)
  const { wrong } = walk
  const titles = new Map<string, string>()
  for (const path of await listedPaths(request)) {
    const { html } = await walk.page(path)
    const say = (what: string) => wrong.push(`${path}: ${what}`)
    const title = html.match(/<title>([^<]+)<\/title>/)?.[1] ?? ''
    const twin = titles.get(title)
    if (!title || twin) say(`its title "${title}" is also that of ${twin}`)
    titles.set(title, path)
    const [description = ''] = meta(html, 'description')
    if (description.length < 40 || description.length > 220)
      say(`a description of ${description.length} letters`)
    const canonical = tags(html, 'link').find(tag => attribute(tag, 'rel') === 'canonical') ?? ''
    const address = attribute(canonical, 'href') ?? ''
    if (!address || new URL(address).pathname !== path) say(`its canonical address is "${address}"`)
    for (const name of ['og:title', 'og:description', 'og:url', 'twitter:card'])
      if (!meta(html, name)[0]) say(`no ${name}`)
    const [picture = ''] = meta(html, 'og:image')
    if (!picture) say('no picture')
    else if ((await walk.size(new URL(picture).pathname)) < 1000) say('an empty picture')
    for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g))
      if (JSON.parse(json)['@context'] !== 'https://schema.org') say('data of no known kind')
    const deep = path.split('/').length > 2
    if (deep && !html.includes('aria-label="Breadcrumbs"')) say('no way up')
  }
  expect(wrong).toEqual([])
})

test('content pages stay within their weight: 12 kB of script, 120 kB in all', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const walk = new Walk(baseURL!)
  for (const path of (await listedPaths(request)).filter(path => keptFor(path, '') !== undefined)) {
    const { html, links, bytes } = await walk.page(path)
    const of = (name: string, key: string) =>
      tags(html, name)
        .map(tag => attribute(tag, key) ?? '')
        .filter(address => address.startsWith('/') || address.startsWith(baseURL!))
        .map(address => address.replace(baseURL!, ''))
    const sheets = tags(html, 'link')
      .filter(tag => attribute(tag, 'rel') === 'stylesheet')
      .map(tag => attribute(tag, 'href')!)
    const sum = async (files: string[]) => {
      const sizes = await Promise.all([...new Set(files)].map(file => walk.size(file)))
      return sizes.reduce((total, size) => total + size, 0)
    }
    const script = await sum(of('script', 'src'))
    const eager = tags(html, 'img')
      .filter(tag => attribute(tag, 'loading') !== 'lazy')
      .map(tag => attribute(tag, 'src') ?? '')
    const rest = await sum([...sheets, ...links.filter(link => link.startsWith('/')), ...eager])
    if (script > 12_000) walk.wrong.push(`${path}: ${script} bytes of script`)
    if (bytes + script + rest > 120_000) walk.wrong.push(`${path}: ${bytes + script + rest} bytes in all`)
    expect(bytes, path).toBeGreaterThan(1000)
    if (!links.some(link => link.endsWith('.woff2')))
      walk.wrong.push(`${path}: its fonts are not asked for at once`)
  }
  expect(walk.wrong).toEqual([])
})

const text = async (request: APIRequestContext, path: string) => {
  const answer = await request.get(path)
  expect(answer.status(), path).toBe(200)
  return { type: answer.headers()['content-type'], body: await answer.text() }
}

test('what programs ask for is there: manifest, icons, robots, GPC support, security contact', async ({
  request,
}) => {
  const manifest = JSON.parse((await text(request, '/manifest.webmanifest')).body)
  for (const { src } of manifest.icons) await text(request, src)
  for (const path of ['/favicon.ico', '/apple-touch-icon.png']) await text(request, path)
  expect((await text(request, '/robots.txt')).body).toContain('Sitemap: ')
  const gpc = await text(request, '/.well-known/gpc.json')
  expect(gpc.type).toContain('application/json')
  expect(JSON.parse(gpc.body)).toMatchObject({
    gpc: true,
    lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
  const security = await text(request, '/.well-known/security.txt')
  expect(security.type).toContain('text/plain')
  const expires = Date.parse(security.body.match(/^Expires: (.+)$/m)![1]!)
  expect(expires).toBeGreaterThan(Date.now())
  expect(security.body).toMatch(/^Contact: mailto:/m)
})
