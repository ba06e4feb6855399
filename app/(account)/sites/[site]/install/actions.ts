'use server'

import { headers } from 'next/headers'
import { viewer } from '@/_accounts/session'
import { checkInstallation, type Installation } from '@/_analytics/installation/check'
import { assertSameOrigin } from '@/_platform/http/origin'
import { refused } from '../../../refusals'

export async function checkPage(_before: Installation | undefined, data: FormData): Promise<Installation> {
  const asked = await headers()
  try {
    assertSameOrigin(asked)
    return await checkInstallation(await viewer(), String(data.get('site') ?? ''))
  } catch (error) {
    return { unreachable: refused(error, 'site')[0]!.message }
  }
}
