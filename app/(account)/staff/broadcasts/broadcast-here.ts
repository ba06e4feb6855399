import { notFound } from 'next/navigation'
import type { Viewer } from '@/_accounts/viewer'
import { type Broadcast, readBroadcast } from '@/_newsletters/broadcasts.data'
import { AppError } from '@/_platform/errors'

/** The broadcast of an address, or the page that says there is none. */
export const broadcastHere = (who: Viewer, id: string): Promise<Broadcast> =>
  readBroadcast(who, id).catch(error => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
