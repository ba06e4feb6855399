import { firstStaffLink } from '@/_accounts/first-staff'
import { demo } from '@/_analytics/demo/known'
import { ownSite } from '@/_analytics/sites.data'
import { env } from '@/_platform/env'

/** What stands on the terminal once the server answers: where it is, how to get in, and which key to try. */
export async function greeting(): Promise<string> {
  const lines = ['', `  Firsthand is at ${env.SITE_URL}`]
  const staffLink = await firstStaffLink()
  if (staffLink) lines.push('', `  Make the first staff account, once: ${staffLink}`)
  if (env.DEMO === 'on') {
    const { staff } = demo
    const site = await ownSite()
    lines.push('', `  Staff of the demo: ${staff.email} with "${staff.password}" at ${env.SITE_URL}/signin`)
    lines.push(`  The demo site's key: ${site.key}`)
  }
  return `${lines.join('\n')}\n\n`
}
