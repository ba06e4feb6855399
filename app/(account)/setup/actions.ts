'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { deviceLabel } from '@/_accounts/device'
import { createFirstStaff, firstStaff } from '@/_accounts/first-staff'
import { encodeSession, sessionCookie, sessionCookieOptions } from '@/_accounts/session-cookie'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

export type SetupState = { name: string; email: string; errors: { field: string; message: string }[] }

export async function submitSetup(_before: SetupState, data: FormData): Promise<SetupState> {
  const asked = await headers()
  const typed = (field: string) => String(data.get(field) ?? '').slice(0, 600)
  const kept = { name: typed('name'), email: typed('email') }
  const read = firstStaff.safeParse({ ...kept, password: typed('password') })
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
    return { ...kept, errors }
  }
  try {
    assertSameOrigin(asked)
    const session = await createFirstStaff(
      {
        ...read.data,
        token: typed('token'),
        address: asked.get('x-client-address') ?? '',
        label: deviceLabel(asked.get('user-agent')),
      },
      systemClock,
    )
    const jar = await cookies()
    jar.set(sessionCookie.name, await encodeSession(session), sessionCookieOptions)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ...kept, errors: [{ field: error.field ?? 'name', message: error.message }] }
  }
  redirect('/sites')
}
