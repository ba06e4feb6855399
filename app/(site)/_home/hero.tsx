import { ButtonLink } from '@/_ui/button'
import { count } from '@/_ui/format'
import { Mark } from '@/_ui/logo'
import { brand } from '@/brand'
import { primaryAction } from '@/primary-action'

/** @param now people on this site in the last 30 minutes, where that is known */
export function Hero({ now }: { now?: number }) {
  return (
    <section className="shell relative pt-14 pb-16 sm:pt-24 sm:pb-24">
      <Mark className="absolute top-16 right-8 hidden h-64 w-64 -scale-x-100 lg:block" />
      <h1 className="max-w-[13ch] text-[3.25rem] leading-[0.98] tracking-[-0.028em] sm:text-[5.25rem]">
        {brand.tagline}
      </h1>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:items-end">
        <div>
          <p className="max-w-[54ch] text-lg leading-relaxed sm:text-xl">
            {brand.name} counts visits, people and what they do, on a machine you own, in one file a site. Its
            privacy policy is written as numbered promises, and each number is a test that runs against the
            product. What has no test yet says so.
          </p>
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink href={primaryAction.href}>{primaryAction.text}</ButtonLink>
            <a href="#measured" className="link inline-flex min-h-11 items-center">
              See how a visit is counted
            </a>
          </div>
        </div>
        {now !== undefined && now > 0 && (
          <a href="#figures" className="group flex items-center gap-4 lg:justify-self-end">
            <Mark className="h-12 w-12 shrink-0 lg:hidden" />
            <span className="leading-snug">
              <strong className="figures text-data">{count(now)}</strong> {now === 1 ? 'person' : 'people'}{' '}
              here in the last half hour.
              <br />
              <span className="link group-hover:text-signal-deep">That is our own count of this page</span>
            </span>
          </a>
        )}
      </div>
    </section>
  )
}
