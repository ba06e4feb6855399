const nowhere = 'http://nowhere.invalid'

/**
 * Where to go after signing in: the path asked for when it is one of ours, else `fallback`. Whatever a browser
 * would read as another origin (`//evil`, `/\evil`, a scheme, control characters) is not a path.
 */
export function nextPath(wanted: unknown, fallback = '/sites'): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, nowhere)) return fallback
  const url = new URL(wanted, nowhere)
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
