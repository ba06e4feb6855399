import { KM } from '../page/library'
import { isOn } from '../page/settings'
import { urlParts } from './patterns'

const here = () => urlParts(location.href)

/** Tagged links (kissmetrics.md, 2.7): `kme` is an event, `kmi` an identity, `km_NAME` a property. */
export function urlApi(): void {
  const properties: Record<string, string> = {}
  let event = ''
  for (const [key, value] of Object.entries(here().params)) {
    const name = /^km_?(.+)/.exec(key)?.[1]
    if (name === 'i') KM.identify(value)
    else if (name === 'e') event = value
    else if (name) properties[name] = value
  }
  KM.record(event, properties)
}

const bare = (host: string) => host.toLowerCase().replace(/^www\./, '')

/** Name, part of the host, parameter of the search terms; a parameter that starts with `/` stands in the path. */
const engines =
  'Google google. q,Yahoo search.yahoo.com p,Ask ask.com q,MSN search.msn.com q,Live search.live.com q,AOL search.aol.com query,Netscape search.netscape.com query,AltaVista altavista.com q,Lycos search.lycos.com query,Dogpile dogpile.com /dogpile/ws/results/Web/,A9 a9.com /,Bing bing.com q,DuckDuckGo duckduckgo.com q,Ecosia ecosia.org q,Yandex yandex. text,Baidu baidu.com wd'

function searchOf(referrer: string) {
  const { host, path, params } = urlParts(referrer)
  for (const engine of engines.split(',')) {
    const [name, part, where] = engine.split(' ') as [string, string, string]
    if (!host.includes(part)) continue
    const terms =
      where[0] !== '/' ? params[where] : path.startsWith(where) && path.slice(where.length).split('/')[0]
    if (terms) return { 'Search Engine': name, 'Search Terms': decodeURIComponent(terms) }
  }
}

/** How the visitor came: referrer, search, campaign; and whether they came again (kissmetrics.md, 2.6). */
export function arrival(): void {
  const referrer = KM.rf()
  const outside = referrer && bare(urlParts(referrer).host) !== bare(here().host)
  if (outside && isOn('REFERRER')) KM.set({ Referrer: referrer })
  const search = outside && isOn('SEARCH_ENGINE') && searchOf(referrer)
  if (search) KM.record('Search Engine Hit', search)
  if (isOn('UTM')) campaign()
  if (isOn('RETURNING')) returning()
}

function campaign(): void {
  const { params } = here()
  const properties: Record<string, string> = {}
  for (const tag of ['Source', 'Medium', 'Campaign', 'Term', 'Content']) {
    const value = params[`utm_${tag.toLowerCase()}`]
    const name = tag === 'Campaign' ? 'Name' : tag === 'Term' ? 'Terms' : tag
    if (value) properties[`Campaign ${name}`] = value
  }
  if (Object.keys(properties).length || params.gclid)
    KM.record('Ad Campaign Hit', { ...properties, URL: location.href })
}

/** Once a visitor: the last visit was 30 minutes ago or more, or they were known before the cookie was. */
function returning(): void {
  const last = KM.gc('lv')
  if (last === 'x') return
  const now = Math.round(Date.now() / 1000)
  const analytics = /__utma=[\d.]+\.(\d+)/.exec(document.cookie)
  const again = last ? now - +last >= 1800 : KM.gc('ni') || (analytics && +analytics[1]! > 1)
  KM.sc('lv', again ? 'x' : now)
  if (again && KM.gc('lv')) KM.set({ returning: 1 })
}
