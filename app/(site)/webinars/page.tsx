import type { Metadata } from 'next'
import { systemClock } from '@/_platform/clock'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { WebinarList } from '@/_webinars/webinar-list'
import { webinars } from '@/_webinars/webinars'

const description =
  'Three quarters of an hour on one question, with time for yours. The notes of past ones stay here.'

export const metadata: Metadata = { title: 'Webinars', description, ...pageAddress('/webinars') }

export default function WebinarsPage() {
  const now = systemClock()
  const coming = webinars.filter(({ endsAt }) => endsAt > now).reverse()
  const past = webinars.filter(({ endsAt }) => endsAt <= now)
  return (
    <>
      <PageHead title="Webinars">{description}</PageHead>
      <section aria-labelledby="coming" className="border-t border-ink pt-6">
        <h2 id="coming" className="eyebrow">
          Coming
        </h2>
        {coming.length > 0 ? (
          <WebinarList of={coming} />
        ) : (
          <p className="py-6 text-soft">None is planned at the moment.</p>
        )}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past" className="mt-12 border-t border-ink pt-6">
          <h2 id="past" className="eyebrow">
            Past, with notes
          </h2>
          <WebinarList of={past} />
        </section>
      )}
    </>
  )
}
