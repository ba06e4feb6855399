import { forbidden } from 'next/navigation'

/** Where a form leads that somebody may not send: an action's own answer cannot carry the status 403. */
export default function Refused() {
  forbidden()
}
