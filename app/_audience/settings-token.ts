import { sign, verify } from '@/_platform/secret'

/**
 * The way from a mail to its settings. Mail is passed on: whoever holds the link sees a masked address, may end
 * mail, and may have the link to everything else sent to the address itself.
 * @param until Unix ms
 */
export const settingsToken = (toHash: string, scope: string, until: number): string =>
  sign('mail settings', JSON.stringify([toHash, scope]), until)

/** @param now Unix ms @throws AppError 'invalid' when it is none of ours, 'gone' when it has expired */
export function readSettingsToken(token: string, now: number): { toHash: string; scope: string } {
  const [toHash, scope] = JSON.parse(verify('mail settings', token, now)) as [string, string]
  return { toHash, scope }
}
