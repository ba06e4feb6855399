import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { preferencesOf, readMailSettings, readPreferences } from '@/_audience/preferences.data'
import { systemClock } from '@/_platform/clock'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink } from '../link'
import { AskForm } from './ask-form'
import { OfMailSettings } from './of-mail'
import { Settings } from './settings'

export const metadata: Metadata = { title: 'Mail settings' }

const problems: Record<string, string> = {
  email: 'Write your address in full, like ann@example.com.',
  same: 'That is the address as it is.',
  moves: 'You asked for this very often. Wait an hour, then try again.',
  often: 'Your network asked very often. Wait five minutes, then try again.',
}

export default async function Preferences({ searchParams }: { searchParams: Query }) {
  const { token: given, mail, asked, done, problem } = await searchParams
  if (typeof mail === 'string') {
    const link = await readLink(() => readMailSettings(mail, systemClock()))
    if (isRefused(link))
      return <DeadLink why={link.refused} href="/email/preferences" next="Ask for a new link" />
    return <OfMailSettings token={mail} {...link} />
  }
  const own = given ?? done ?? asked ?? problem
  const token = own === undefined ? await preferencesOf(await viewer(), systemClock()) : given
  if (typeof token === 'string') {
    const link = await readLink(() => readPreferences(token, systemClock()))
    if (isRefused(link))
      return <DeadLink why={link.refused} href="/email/preferences" next="Ask for a new link" />
    return (
      <Settings
        token={token}
        done={typeof done === 'string' ? done : undefined}
        problem={typeof problem === 'string' ? problems[problem] : undefined}
        {...link}
      />
    )
  }
  return (
    <div className="shell pb-20">
      <PageHead title="Mail settings">
        What you get from us, how often, and how it ends. We mail you a link that opens them for an hour.
      </PageHead>
      <div className="max-w-[46rem]">
        {done === 'erased' ? (
          <Notice title="Erased" kind="good">
            We keep one thing: a hash of your address, which can't be turned back into it, so that no mail
            comes to it again.
          </Notice>
        ) : asked === '1' ? (
          <Notice title="Look into your mailbox" kind="good">
            If we know the address, a message with a link is on its way to it. The link works for an hour.
          </Notice>
        ) : (
          <AskForm error={typeof problem === 'string' ? problems[problem] : undefined} />
        )}
      </div>
    </div>
  )
}
