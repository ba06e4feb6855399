import Bowser from 'bowser'

/**
 * How a browser treats our cookie while it shows another site's page. `apart`: it keeps one jar a site, so an
 * opt-out made here is not seen there. `sent`: it sends it, unless its settings or a private window forbid.
 */
export type CookieJars = { browser: string; jars: 'apart' | 'sent' | 'unknown' }

/**
 * What browsers do unless told otherwise: WebKit blocks all third-party cookies (since Safari 13.1, and every
 * browser on iOS), Firefox keeps them apart (Total Cookie Protection, default since 2022), Brave blocks them;
 * the other Chromium browsers send them.
 * @param brands the Sec-CH-UA header; only there Brave tells its name
 */
export function cookieJars(userAgent: string | null, brands: string | null): CookieJars {
  if (brands?.includes('"Brave"')) return { browser: 'Brave', jars: 'apart' }
  if (!userAgent) return { browser: 'This browser', jars: 'unknown' }
  const { browser, engine, os } = Bowser.parse(userAgent.slice(0, 512))
  const name = browser.name || 'This browser'
  if (os.name === 'iOS' || engine.name === 'WebKit' || engine.name === 'Gecko')
    return { browser: name, jars: 'apart' }
  return { browser: name, jars: engine.name === 'Blink' ? 'sent' : 'unknown' }
}
