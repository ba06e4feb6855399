import { env } from './_platform/env'
import { type NavLink, selfHost, trial } from './_ui/nav'

/** The one thing that the public pages ask for: a trial where TRIALS lets strangers sign up, else one's own. */
export const primaryAction: NavLink = env.TRIALS === 'on' ? trial : selfHost
