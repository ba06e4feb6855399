import type { Viewer } from './viewer'

/** Who is signed in in the browser that asked, or null. For server components, actions and route handlers. */
export async function viewer(): Promise<Viewer | null> {
  return null
}
