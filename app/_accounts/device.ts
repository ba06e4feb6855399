import Bowser from 'bowser'

/** Browser and system in words, for the list of sessions: "Firefox on Linux". Empty when unknown. */
export function deviceLabel(userAgent: string | null): string {
  if (!userAgent) return ''
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512))
  return [browser.name, os.name].filter(Boolean).join(' on ')
}
