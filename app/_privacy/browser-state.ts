import { hasOptedOut } from './opt-out'

/** What a request says about whether its browser is recorded, and about the cookies it keeps. */
export type BrowserState = {
  optedOut: boolean
  /** The tracker's opt-out for this one site. */
  optedOutHere: boolean
  gpc: boolean
  dnt: boolean
  /** A cookie of ours came: this browser keeps them. Without one it may be new, or refuse them. */
  keepsCookies: boolean
}

export function browserState(headers: Pick<Headers, 'get'>): BrowserState {
  const cookies = headers.get('cookie') ?? ''
  return {
    optedOut: hasOptedOut(cookies),
    optedOutHere: cookies.split(';').some(pair => /^\s*km_optout=.+/.test(pair)),
    gpc: headers.get('sec-gpc') === '1',
    dnt: headers.get('dnt') === '1',
    keepsCookies: cookies.trim() !== '',
  }
}
