/** Set and taken away again within one answer and the next, to find out whether this browser keeps cookies. */
export const probeCookie = '__Host-probe'

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'

export const setProbe = `${probeCookie}=1; ${attributes}; Max-Age=60`
export const removeProbe = `${probeCookie}=; ${attributes}; Max-Age=0`

/** Whether a Cookie header brings the probe back. */
export const probeCameBack = (cookies: string | null): boolean =>
  (cookies ?? '').split(';').some(pair => pair.trim() === `${probeCookie}=1`)
