import { cookies, headers } from 'next/headers'
import { deviceLabel } from './device'
import { decodeSession, encodeSession, sessionCookie, sessionCookieOptions } from './session-cookie'

/** Where a request comes from, as the front says: the caller's address, and browser and system in words. */
export async function callerHere(): Promise<{ address: string; label: string }> {
  const asked = await headers()
  return { address: asked.get('x-client-address') ?? '', label: deviceLabel(asked.get('user-agent')) }
}

/** Signs the browser that asked in with an open session. */
export async function keepSession(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookie.name, await encodeSession(token), sessionCookieOptions)
}

/** The token of the session that the browser that asked has; empty for none. */
export async function sessionHere(): Promise<string> {
  const jar = await cookies()
  return (await decodeSession(jar.get(sessionCookie.name)?.value ?? '')) ?? ''
}
