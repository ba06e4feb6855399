import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { Tabs } from '@/_ui/tabs'
import { siteHere } from '../site-here'

export default async function SiteLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ site: string }>
}) {
  const { site: id } = await params
  const here = `/sites/${id}`
  const { site } = await siteHere(id, here)
  return (
    <div className="shell pb-20">
      <div className="pt-6">
        <Breadcrumbs above={[{ href: '/sites', text: 'Sites' }]} here={site.name} />
      </div>
      <div className="mt-2 mb-8">
        <Tabs
          label={`Pages of ${site.name}`}
          links={[
            { href: here, text: 'Overview' },
            { href: `${here}/live`, text: 'Live' },
            { href: `${here}/reports`, text: 'Reports' },
            { href: `${here}/people`, text: 'People' },
            { href: `${here}/library`, text: 'Library' },
            { href: `${here}/health`, text: 'Health' },
            { href: `${here}/install`, text: 'Install' },
            { href: `${here}/settings`, text: 'Settings' },
            { href: `${here}/owner`, text: 'Keys and data' },
            { href: `${here}/requests`, text: 'Privacy requests' },
          ]}
        />
      </div>
      {children}
    </div>
  )
}
