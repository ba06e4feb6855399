import { connection } from 'next/server'
import { day, systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { brand } from '@/brand'

/** How long what it says may be relied on; it is drawn anew each time it is asked for. */
const goodFor = 180 * day

/** Where a weakness is reported (RFC 9116). */
export async function GET(): Promise<Response> {
  await connection()
  const expires = new Date(Math.floor((systemClock() + goodFor) / day) * day).toISOString()
  const lines = [
    `Contact: mailto:${brand.mail.security}`,
    `Contact: ${env.SITE_URL}/contact`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${env.SITE_URL}/.well-known/security.txt`,
    `Policy: ${env.SITE_URL}/security`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
