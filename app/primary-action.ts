import { hosted } from './_accounts/plans'
import { type NavLink, selfHost, trial } from './_ui/nav'

/** The one thing that the public pages ask for: a trial of the hosted service once that is open, till then one's own. */
export const primaryAction: NavLink = hosted.open ? trial : selfHost
