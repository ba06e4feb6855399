import { firstStaffLink } from '@/_accounts/first-staff'
import { demo } from '@/_analytics/demo/known'
import { ownSite } from '@/_analytics/sites.data'
import { env } from '@/_platform/env'

/** What stands on the terminal once the server answers: where it is, how to get in, and which key to try. */
export async function greeting(): Promise<string> {
  const lines = ['', `  Firsthand is at ${env.SITE_URL}`]
  const staffLink = await firstStaffLink()
  if (staffLink) lines.push('', `  Make the first staff account, once: ${staffLink}`)
  if (await isDemo()) {
    const { staff } = demo
    lines.push('', `  Staff of the demo: ${staff.email} with "${staff.password}" at ${env.SITE_URL}/signin`)
    lines.push(`  The demo site's key: ${demo.ownKey}`)
  }
  return `${lines.join('\n')}\n\n`
}

/** A folder that was begun with DEMO=off stays without the demo, whatever the variable says later. */
async function isDemo(): Promise<boolean> {
  const site = await ownSite().catch(() => undefined)
  return env.DEMO === 'on' && site?.key === demo.ownKey
}
