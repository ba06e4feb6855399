import { archiveFeed } from '@/_newsletters/archive-feed'
import { systemClock } from '@/_platform/clock'

export const dynamic = 'force-dynamic'

export const GET = (): Promise<Response> => archiveFeed('atom.xml', systemClock)
