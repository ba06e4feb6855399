import { connection } from 'next/server'
import { systemClock } from '@/_platform/clock'
import { legalInForce } from '@/_privacy/legal'

/** That Global Privacy Control is honoured here (GPC specification, section 5), since the policy that says so. */
export async function GET(): Promise<Response> {
  await connection()
  return Response.json({ gpc: true, lastUpdate: legalInForce('privacy', systemClock).effective })
}
