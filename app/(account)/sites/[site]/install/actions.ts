'use server'

import { headers } from 'next/headers'
import { viewer } from '@/_accounts/session'
import { checkInstallation, type Installation } from '@/_analytics/installation/check'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

export async function checkPage(_before: Installation | undefined, data: FormData): Promise<Installation> {
  const asked = await headers()
  try {
    assertSameOrigin(asked)
    return await checkInstallation(await viewer(), String(data.get('site') ?? ''))
  } catch (error) {
    if (error instanceof AppError) return { unreachable: error.message }
    throw error
  }
}
