export type NavLink = { href: string; text: string }

/** The header of the public site. */
export const sections: NavLink[] = [
  { href: '/product', text: 'Product' },
  { href: '/pricing', text: 'Pricing' },
  { href: '/blog', text: 'Blog' },
  { href: '/webinars', text: 'Webinars' },
  { href: '/docs', text: 'Docs' },
]

export const signIn: NavLink = { href: '/signin', text: 'Sign in' }
export const trial: NavLink = { href: '/trial', text: 'Start the trial' }
export const selfHost: NavLink = { href: '/docs/self-hosting', text: 'Run it yourself' }
export const optOut: NavLink = { href: '/user-privacy', text: 'Opt this browser out' }

/** The footer's columns. */
export const sitemap: { title: string; links: NavLink[] }[] = [
  {
    title: 'Read',
    links: [
      ...sections,
      { href: '/newsletter', text: 'Newsletter' },
      { href: '/live', text: 'This site, live' },
      { href: '/trends', text: 'Trends' },
      { href: '/about', text: 'About' },
    ],
  },
  {
    title: 'Your data',
    links: [
      { href: '/privacy', text: 'Privacy policy' },
      { href: '/terms', text: 'Terms' },
      { href: '/providers', text: 'Service providers' },
      { href: '/security', text: 'Security' },
      optOut,
      { href: '/privacy-request', text: 'Ask the privacy office' },
      { href: '/email/preferences', text: 'Mail settings' },
      { href: '/contact', text: 'Contact' },
      signIn,
    ],
  },
]
