import { probeCameBack, removeProbe, setProbe } from '@/_privacy/probe-cookie'

/**
 * Finds out without script whether this browser keeps cookies: sets one, redirects to itself, looks whether it
 * came back, and takes it away. The answer is a style sheet that shows the page's paragraph for the case.
 */
export function GET(request: Request): Response {
  if (!new URL(request.url).searchParams.has('set'))
    return new Response(null, {
      status: 302,
      headers: {
        Location: '/user-privacy/cookies.css?set',
        'Set-Cookie': setProbe,
        'Cache-Control': 'no-store',
      },
    })
  const kept = probeCameBack(request.headers.get('cookie'))
  return new Response(`.cookies-${kept ? 'kept' : 'blocked'}{display:block}`, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Set-Cookie': removeProbe,
      'Cache-Control': 'no-store',
    },
  })
}
