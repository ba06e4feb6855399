export const roles = ['viewer', 'analyst', 'admin', 'owner'] as const

/** What a member may do in an account; each role may do all that the ones before it may. */
export type Role = (typeof roles)[number]

/** Who is asking, as their session says. Verbs that show or change something take one. */
export type Viewer = {
  userId: string
  email: string
  name: string
  /** Works for the operator: a member of the operator's own account, and of no client's. */
  staff: boolean
  demo: boolean
  memberships: { accountId: string; role: Role }[]
}
