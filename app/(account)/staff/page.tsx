import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { PageHead } from '@/_ui/page-head'
import { areasByGroup } from './areas'
import { StaffOnly } from './staff-only'

export const metadata: Metadata = { title: 'Staff' }

export default async function Staff() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff" />
  return (
    <>
      <PageHead title="Staff">What the people who run this deployment look after.</PageHead>
      <div className="space-y-10">
        {areasByGroup().map(({ group, areas }) => (
          <section key={group}>
            <h2 className="mb-3 text-2xl">{group}</h2>
            <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
              {areas.map(({ href, text, about }) => (
                <li key={href}>
                  <Link href={href} className="link font-semibold">
                    {text}
                  </Link>
                  <p className="text-[0.9375rem] text-soft">{about}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
