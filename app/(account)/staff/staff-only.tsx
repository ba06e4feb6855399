import { forbidden, redirect } from 'next/navigation'

/** What everybody but staff gets instead of a staff page: nobody is sent to sign in, everybody else gets 403. */
export function StaffOnly({ signedIn, next }: { signedIn: boolean; next: string }): never {
  if (signedIn) forbidden()
  redirect(`/signin?next=${encodeURIComponent(next)}`)
}
