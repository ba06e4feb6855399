import { day } from '@/_platform/clock'

/** Holds the token of a sign-up whose address is not confirmed yet, in the browser that signed up. */
export const trialCookie = {
  name: '__Host-trial',
  options: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: day / 1000 },
} as const
