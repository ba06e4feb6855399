/**
 * The path of a request target in the form that endpoints are compared in (lower case, no trailing slash), and
 * its query without the `?`. Senders behind a proxy may send the absolute form (RFC 9112, 3.2.2).
 */
export function splitTarget(url: string): { path: string; query: string } {
  const mark = url.indexOf('?')
  let path = (mark < 0 ? url : url.slice(0, mark)).toLowerCase()
  if (path.charCodeAt(0) !== slash) path = path.replace(/^https?:\/\/[^/]*/, '') || '/'
  if (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1)
  return { path, query: mark < 0 ? '' : url.slice(mark + 1) }
}

const slash = 47
