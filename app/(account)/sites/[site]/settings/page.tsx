import type { Metadata } from 'next'
import { mayChange } from '@/_analytics/sites.data'
import { siteHere } from '../../site-here'
import { typedOf } from './form-fields'
import { SettingsForm } from './settings-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function Settings({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const { site } = await siteHere(id, `/sites/${id}/settings`)
  return (
    <>
      <h1 className="text-[2.25rem]">Settings</h1>
      <p className="mt-1 mb-8 max-w-[60ch] text-soft">
        What is collected on this site, and what is kept of it. A change holds for hits from the next second
        on; what is stored already stays as it is.
      </p>
      <SettingsForm
        site={id}
        first={typedOf(site)}
        zones={['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]}
        currencies={Intl.supportedValuesOf('currency')}
        mayChange={mayChange(site.role)}
      />
    </>
  )
}
