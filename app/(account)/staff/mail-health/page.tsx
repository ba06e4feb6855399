import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { checkSender, systemDns } from '@/_audience/sender/dns-check'
import { limits, mailRates } from '@/_audience/sender/rates.data'
import { systemClock } from '@/_platform/clock'
import { count } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Stat } from '@/_ui/stat'
import { brand } from '@/brand'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Mail health' }

const names = { bounced: 'Bounced', complained: 'Marked as spam' } as const
const words = { good: 'Good', watch: 'To watch', bad: 'Not good', unknown: 'Not known' } as const
const looks = { good: 'text-good', watch: 'text-ink', bad: 'text-bad', unknown: 'text-soft' } as const

export default async function MailHealth() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/mail-health" />
  const domain = brand.mail.hello.split('@')[1]!
  const [{ sent, rates }, findings] = await Promise.all([
    mailRates(who, systemClock),
    checkSender(domain, systemDns()),
  ])
  return (
    <>
      <PageHead title="Mail health">
        Whether the large mail services have reason to believe our mail.
      </PageHead>
      <section className="mb-12">
        <h2 className="mb-4 text-2xl">The last 30 days</h2>
        <dl className="grid gap-8 sm:grid-cols-3">
          <Stat name="Sent" value={count(sent)} />
          {rates.map(({ kind, count: n, share, verdict }) => (
            <Stat
              key={kind}
              name={names[kind]}
              value={`${(100 * share).toFixed(2)} %`}
              note={
                <>
                  <strong className={looks[verdict]}>{words[verdict]}</strong>: {count(n)}.{' '}
                  {limits[kind].says}
                </>
              }
            />
          ))}
        </dl>
      </section>
      <section>
        <h2 className="mb-2 text-2xl">What DNS says of {domain}</h2>
        <p className="mb-6 max-w-[64ch] text-soft">Asked a moment ago, for mail sent through Resend.</p>
        <ul className="space-y-6">
          {findings.map(({ what, verdict, says, put }) => (
            <li key={what} className="border-l-2 border-rule pl-4">
              <h3 className="text-lg">
                {what}: <span className={looks[verdict]}>{words[verdict]}</span>
              </h3>
              <p className="wrap-anywhere">{says}</p>
              {put && (
                <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 text-[0.9375rem]">
                  {Object.entries(put).map(([name, value]) => (
                    <div key={name} className="contents">
                      <dt className="text-soft">{name}</dt>
                      <dd className="min-w-0">
                        <code className="wrap-anywhere">{value}</code>
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
