import { pageTags, type Tag } from './page-tags'

export type PageFindings = {
  /** `other-key`: our script is there, with another site's key. */
  tracker: 'found' | 'other-key' | 'missing'
  /** A link to the opt-out page of this deployment (promise U7). */
  optOut: boolean
  /** A tag manager is on the page: it may load what the page itself does not show. */
  tagManager: boolean
}

/**
 * What a client's page says about its installation.
 * @param page the page as it was fetched, at the address it was found at in the end
 * @param ours this deployment's public address and the site's key
 */
export function readPage(
  page: { url: string; text: string },
  ours: { siteUrl: string; key: string },
): PageFindings {
  const tags = pageTags(page.text)
  const base = new URL(page.url)
  const optOut = new URL('/user-privacy', ours.siteUrl)
  const scripts = tags.filter(tag => tag.name === 'script')
  const trackers = scripts.filter(script => isTracker(script, base, ours))
  const withKey = trackers.some(script => mentions(script, ours.key))
  return {
    tracker: withKey ? 'found' : trackers.length > 0 ? 'other-key' : 'missing',
    optOut: tags.some(tag => tag.name === 'a' && leadsTo(tag.attributes.get('href'), base, optOut)),
    tagManager: scripts.some(script =>
      /googletagmanager\.com\/gtm|tealiumiq|tags\.tiqcdn|assets\.adobedtm|matomo.*container/.test(
        `${script.attributes.get('src')} ${script.text}`,
      ),
    ),
  }
}

const trackerPath = /^\/(?:t|i|[\w-]{8,64}\.[12])\.js$/

/** A script of ours by its address, or one that builds such an address, as Kissmetrics' snippet does. */
function isTracker(script: Tag, base: URL, { siteUrl, key }: { siteUrl: string; key: string }): boolean {
  const { attributes, text } = script
  const src = attributes.get('src')
  if (src === undefined) return text.includes(new URL(siteUrl).host) && text.includes(key)
  if (!URL.canParse(src, base.href)) return false
  const url = new URL(src, base)
  return url.host === new URL(siteUrl).host && trackerPath.test(url.pathname)
}

const mentions = ({ attributes, text }: Tag, key: string) =>
  text.includes(key) || [...attributes.values()].some(value => value.includes(key))

function leadsTo(href: string | undefined, base: URL, target: URL): boolean {
  if (href === undefined || !URL.canParse(href, base.href)) return false
  const url = new URL(href, base)
  return url.host === target.host && url.pathname.replace(/\/$/, '') === target.pathname
}
