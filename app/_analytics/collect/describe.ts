import { networkOf } from '@/_platform/http/network'
import type { Draft, Step } from './draft'

/**
 * What a browser tells without being asked (promise C8), as ordinary properties of people: kept only where the
 * sender did not give them itself and the site does not block them.
 */
export const describe: Step = (draft, { country }) => {
  const { agent, address, identity, site } = draft
  if (draft.kind === 'alias') return
  add(draft, 'browser', agent.browser)
  add(draft, 'operating system', agent.system)
  add(draft, 'device type', agent.device)
  if (!address) return
  add(draft, 'country', country(address))
  const { ip } = site.site.settings
  if (identity && ip !== 'none') add(draft, 'ip address', ip === 'full' ? address : networkOf(address))
}

function add({ properties, site }: Draft, name: string, value: string | undefined): void {
  if (value && !properties.has(name) && !site.blockedProperties.has(name)) properties.set(name, value)
}
