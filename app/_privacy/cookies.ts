import { sessionCookie } from '@/_accounts/session-cookie'
import { trialCookie } from '@/_accounts/trial/trial-cookie'
import { ownCookie } from '@/_blog/comments/own-cookie'
import { preferencesCookie } from '@/_platform/preferences'
import { optOutCookie } from './opt-out'
import { probeCookie } from './probe-cookie'
import { trackerCookies } from './tracker-cookies'

export type CookieRow = { name: string; purpose: string; lasts: string }

/** Every cookie that this deployment sets (promise K1), named by the code that sets it. */
export const cookieTable: CookieRow[] = [
  ...trackerCookies,
  { name: 'km_optout', purpose: 'That you opted out of this one site.', lasts: '5 years' },
  {
    name: optOutCookie,
    purpose: 'That this browser is opted out. Its value is 1 for everyone.',
    lasts: '5 years',
  },
  {
    name: probeCookie,
    purpose: 'Tries on the opt-out page whether this browser keeps cookies.',
    lasts: '10 seconds',
  },
  {
    name: preferencesCookie.name,
    purpose:
      'What you chose for this site: light or dark, less data, time zone, and which notices you closed.',
    lasts: '1 year',
  },
  {
    name: ownCookie.name,
    purpose: 'Which comments this browser sent, so that it can change them.',
    lasts: '15 minutes',
  },
  {
    name: '__prerender_bypass',
    purpose: 'Shows an unpublished post to whoever opened a preview link of ours.',
    lasts: 'Until the browser closes',
  },
  {
    name: trialCookie.name,
    purpose: 'Keeps a sign-up together until its address is confirmed.',
    lasts: '1 day',
  },
  {
    name: sessionCookie.name,
    purpose: 'Keeps you signed in.',
    lasts: '30 days, or two weeks without a visit',
  },
]
