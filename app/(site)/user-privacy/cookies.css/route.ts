import { probeCameBack, setProbe } from '@/_privacy/probe-cookie'

/**
 * Finds out without script whether this browser keeps cookies: sets one, redirects to itself, and looks whether
 * it came back. The answer is a style sheet that shows the page's paragraph for the case.
 */
export function GET(request: Request): Response {
  const fresh = { 'Cache-Control': 'no-store' }
  if (!new URL(request.url).searchParams.has('set')) {
    const headers = { ...fresh, Location: '/user-privacy/cookies.css?set', 'Set-Cookie': setProbe }
    return new Response(null, { status: 302, headers })
  }
  const kept = probeCameBack(request.headers.get('cookie'))
  return new Response(`.cookies-${kept ? 'kept' : 'blocked'}{display:block}`, {
    headers: { ...fresh, 'Content-Type': 'text/css; charset=utf-8' },
  })
}
