/** An address in short: its path where it is on the site itself, else without scheme. Other text stays as it is. */
export function pageName(text: string, host: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return text
  const url = new URL(text)
  if (url.host === host) return url.pathname + url.search
  return url.host.replace(/^www\./, '') + (url.pathname === '/' ? '' : url.pathname)
}
