import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ask } from '@/_analytics/reports/ask'
import { many } from '@/_ui/format'
import { siteHere } from '../../../../site-here'

export const metadata: Metadata = { title: 'One hit' }

type Props = {
  params: Promise<{ site: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OneHit({ params, searchParams }: Props) {
  const [{ site: id }, query] = await Promise.all([params, searchParams])
  const [person, at] = [Number(query.person), Number(query.at)]
  const event = typeof query.event === 'string' ? query.event : ''
  const { who } = await siteHere(id, `/sites/${id}/reports/hits`)
  if (!Number.isSafeInteger(person) || !Number.isSafeInteger(at)) notFound()
  const { hits } = await ask(who, id, { report: 'hit', person, at, event })
  if (hits.length === 0) notFound()
  return (
    <>
      <h1 className="text-[2.25rem] wrap-anywhere">{event || 'Properties set'}</h1>
      <p className="mt-1 mb-6 text-soft">
        {new Date(at * 1000).toISOString()}, {many(hits.length, 'hit')} in this second, by{' '}
        <Link href={`/sites/${id}/people/${person}`} className="link">
          person no. {person}
        </Link>
      </p>
      <ol className="space-y-10">
        {hits.map(({ hit, trace }) => (
          <li key={`${hit._r} ${hit._p}`} className="grid gap-x-10 gap-y-4 xl:grid-cols-2">
            <section className="min-w-0">
              <h2 className="mb-2 text-xl">As it is stored</h2>
              <dl className="grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md bg-shade px-3 py-2 font-mono text-sm">
                {Object.entries(hit).map(([name, value]) => (
                  <div key={name} className="col-span-2 grid grid-cols-subgrid">
                    <dt className="text-soft wrap-anywhere">{name}</dt>
                    <dd className="wrap-anywhere">{String(value) || '(empty)'}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <section className="min-w-0">
              <h2 className="mb-2 text-xl">What was done with it</h2>
              <ul className="list-disc space-y-1 pl-5">
                {trace.map(line => (
                  <li key={line} className="wrap-anywhere">
                    {line}
                  </li>
                ))}
              </ul>
            </section>
          </li>
        ))}
      </ol>
    </>
  )
}
