import { env } from '../env'
import { AppError } from '../errors'

/**
 * Refuses a state-changing request that another site's page sent (cross-site request forgery): by the fetch
 * metadata that browsers send to https and localhost, else by Origin. A request with neither is refused, too:
 * every browser of the last ten years sends Origin with a POST.
 * @throws AppError 'forbidden'
 */
export function assertSameOrigin(headers: Pick<Headers, 'get'>): void {
  const site = headers.get('sec-fetch-site')
  if (site ? site === 'same-origin' || site === 'none' : isOurs(headers.get('origin'), headers.get('host')))
    return
  throw new AppError(
    'forbidden',
    'This form was sent from another site. Open our page and send it from there.',
  )
}

function isOurs(origin: string | null, host: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return false
  return origin === new URL(env.SITE_URL).origin || new URL(origin).host === host
}
