export const roles = ['viewer', 'analyst', 'admin', 'owner'] as const

/** What a member may do in an account; each role may do all that the ones before it may. */
export type Role = (typeof roles)[number]

/** Whether a role may do what `needed` may. */
export const atLeast = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed)

export type Membership = {
  accountId: string
  role: Role
  /** The only sites of the account that are open to the member; absent where all are. */
  sites?: string[]
}

/** Who is asking, as their session says. Verbs that show or change something take one. */
export type Viewer = {
  userId: string
  email: string
  name: string
  /** Works for the operator: a member of the operator's own account, and of no client's. */
  staff: boolean
  demo: boolean
  memberships: Membership[]
}

/** The viewer's membership that opens a site of an account, if one does. */
export const membershipFor = (
  viewer: Viewer,
  site: { id: string; accountId: string },
): Membership | undefined =>
  viewer.memberships.find(
    ({ accountId, sites }) => accountId === site.accountId && (!sites || sites.includes(site.id)),
  )

export const toRole = (text: string): Role => roles.find(role => role === text) ?? 'viewer'
