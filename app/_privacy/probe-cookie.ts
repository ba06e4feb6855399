/**
 * Finds out whether this browser keeps cookies. It goes by itself after ten seconds rather than with the answer
 * that found it: two of these trials at once would take each other's away.
 */
export const probeCookie = '__Host-probe'

export const setProbe = `${probeCookie}=1; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=10`

/** Whether a Cookie header brings the probe back. */
export const probeCameBack = (cookies: string | null): boolean =>
  (cookies ?? '').split(';').some(pair => pair.trim() === `${probeCookie}=1`)
