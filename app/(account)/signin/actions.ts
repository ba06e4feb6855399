'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { deviceLabel } from '@/_accounts/device'
import { nextPath } from '@/_accounts/next-path'
import { encodeSession, sessionCookie, sessionCookieOptions } from '@/_accounts/session-cookie'
import { signIn } from '@/_accounts/sign-in'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

/** What the form shows again: the address as typed, never the password. */
export type SignInState = { email: string; errors: { field: 'email' | 'password'; message: string }[] }

const form = z.object({
  email: z.string().trim().min(1, 'Write your address.').max(254, 'An address has at most 254 characters.'),
  password: z.string().min(1, 'Write your password.').max(512, 'A password has at most 512 characters.'),
})

export async function submitSignIn(_before: SignInState, data: FormData): Promise<SignInState> {
  const asked = await headers()
  const typed = String(data.get('email') ?? '').slice(0, 254)
  const read = form.safeParse({ email: typed, password: data.get('password') ?? '' })
  if (!read.success)
    return {
      email: typed,
      errors: read.error.issues.map(({ path, message }) => ({
        field: path[0] === 'password' ? 'password' : 'email',
        message,
      })),
    }
  try {
    assertSameOrigin(asked)
    const address = asked.get('x-client-address') ?? ''
    const label = deviceLabel(asked.get('user-agent'))
    const token = await signIn({ ...read.data, address, label }, systemClock)
    const jar = await cookies()
    jar.set(sessionCookie.name, await encodeSession(token), sessionCookieOptions)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { email: typed, errors: [{ field: 'email', message: error.message }] }
  }
  redirect(nextPath(data.get('next')))
}
