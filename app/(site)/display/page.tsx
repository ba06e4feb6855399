import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { readPreferences } from '@/_platform/preferences'
import { Button } from '@/_ui/button'
import { SelectField } from '@/_ui/field'
import { PageHead } from '@/_ui/page-head'

export const metadata: Metadata = {
  title: 'How this site is shown to you',
  description: 'Light or dark, less data, your time zone: three choices, kept in one cookie of this site.',
  robots: { index: false },
}

/** The visitor's own choices for this site, in one form that needs no script. */
export default async function Display() {
  const { theme, reducedData, zone = '' } = readPreferences((await headers()).get('cookie') ?? undefined)
  return (
    <div className="shell pb-20">
      <PageHead title="How this site is shown to you">
        Three choices, kept in one cookie of this site. What stands in it is what you choose here, and nothing
        that tells you from anybody who chose the same. It is on the{' '}
        <Link href="/cookies" className="link">
          list of cookies
        </Link>
        .
      </PageHead>
      <form method="post" action="/preferences" className="max-w-[30rem] space-y-6">
        <SelectField name="theme" label="Paper" defaultValue={theme}>
          <option value="auto">As my device</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </SelectField>
        <SelectField
          name="data"
          label="Data"
          help="Less data: your device’s own fonts in place of ours, about 60 kB fewer on the first page."
          defaultValue={reducedData ? 'reduced' : 'full'}
        >
          <option value="full">As designed</option>
          <option value="reduced">Less data</option>
        </SelectField>
        <SelectField
          name="zone"
          label="Time zone"
          help="In it, times of webinars stand beside those of the place they are held at."
          defaultValue={zone}
        >
          <option value="">My browser’s own</option>
          {Intl.supportedValuesOf('timeZone').map(name => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <Button>Keep these choices</Button>
      </form>
    </div>
  )
}
