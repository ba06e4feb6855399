/** A URL in parts, each '' where absent (kissmetrics.md, 2.4, `KM.uprts`). */
export type UrlParts = {
  scheme: string
  host: string
  port: string
  path: string
  query: string
  anchor: string
  params: Record<string, string>
}

export function urlParts(url: string): UrlParts {
  const [, scheme = '', host = '', port = '', path = '', query = '', anchor = ''] =
    /^(?:(\w+):)?(?:\/\/(?:[^/?#]*@)?([^/:?#]*)(?::(\d+))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(url) || []
  return { scheme, host, port, path, query, anchor, params: Object.fromEntries(new URLSearchParams(query)) }
}

/** The path (after the host, where asked) and the parameters, in the form that patterns are compared in. */
function comparable(address: string, withHost: boolean): [string, [string, string][]] {
  const [before, query = ''] = address
    .toLowerCase()
    .replace(/#.*/, '')
    .replace(/^\w+:\/\//, '')
    .split('?')
  const path = before!
    .replace(/^[^/]*/, host => (withHost ? host : ''))
    .replace(/\/(index|home)[^/]*$/, '')
    .replace(/\/$/, '')
    .replace(/\/\*$/, '*')
  return [path, [...new URLSearchParams(query)]]
}

/**
 * Whether a wildcard pattern matches a URL (kissmetrics.md, 2.9). A `*` stands for any text, across slashes;
 * each piece after one is looked for where it occurs last. A pattern that names a host (text with a dot or a
 * port before its first slash) is compared with the host where the site says so.
 */
export function matchesPattern(pattern: string, url: string, hosts: boolean): boolean {
  const withHost = hosts && /^(\w+:\/\/)?[\w*-]*[.:]\w/.test(pattern)
  const [wanted, needed] = comparable(pattern, withHost)
  const [path, given] = comparable(url, withHost)
  const [first, ...pieces] = wanted.split('*')
  let rest = path
  if (!rest.startsWith(first!)) return false
  rest = rest.slice(first!.length)
  for (const piece of pieces) {
    const at = rest.lastIndexOf(piece)
    if (at < 0) return false
    rest = piece ? rest.slice(at + piece.length) : rest
  }
  return (
    (!rest || wanted.endsWith('*')) &&
    needed.every(([name, value]) =>
      given.some(([other, its]) => other === name && (value === '*' ? its : its === value)),
    )
  )
}
