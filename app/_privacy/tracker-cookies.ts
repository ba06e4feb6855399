/** What the tracker keeps on a site, besides `km_optout`, with what for and how long (kissmetrics.md, 2.11). */
export const trackerCookies = [
  {
    name: 'km_ai',
    purpose: 'A random number that tells this browser from others on this site.',
    lasts: '5 years',
  },
  {
    name: 'km_ni',
    purpose: 'The name that the site gave you, for instance when you signed in.',
    lasts: '5 years',
  },
  {
    name: 'km_abi',
    purpose: 'A random number that keeps you in the same variant of a test.',
    lasts: '5 years',
  },
  { name: 'km_lv', purpose: 'The time of your last visit, to know a returning one.', lasts: '5 years' },
  { name: 'km_vs', purpose: 'That a visit is under way.', lasts: '30 minutes after the last page' },
  { name: 'km_uq', purpose: 'What could not be sent, until it is.', lasts: '5 years, normally empty' },
]

const deletions = (name: string, host: string): string[] => {
  const gone = `${name}=; Path=/; Max-Age=0`
  const domain = host.replace(/:\d+$/, '').replace(/^www\./, '')
  return /\.\D[^.]*$/.test(domain) ? [gone, `${gone}; Domain=${domain}`] : [gone]
}

/**
 * The Set-Cookie headers that make a browser forget what the tracker keeps on this host: for the host itself, and
 * for the domain that the tracker would have used.
 */
export const forgetTracking = (host: string): string[] =>
  trackerCookies.flatMap(({ name }) => deletions(name, host))

/** The Set-Cookie headers that take the tracker's own opt-out on this host back. */
export const forgetSiteOptOut = (host: string): string[] => deletions('km_optout', host)
