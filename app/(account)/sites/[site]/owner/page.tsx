import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { accountsOf } from '@/_accounts/which-account.data'
import { tokensOf } from '@/_analytics/ownership/api-tokens.data'
import { ownsSite, siteGrace, stopOf } from '@/_analytics/ownership/site-owner.data'
import { mayChange, tokenScopes } from '@/_analytics/sites.data'
import { day } from '@/_platform/clock'
import { ButtonLink } from '@/_ui/button'
import { fullDay } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { FieldsForm } from '../../../fields-form'
import { orRefused } from '../../../refusals'
import { siteHere } from '../../site-here'
import { bringBack, giveAway, makeToken, newSecret, removeSite, setArchived, stopToken } from './actions'

export const metadata: Metadata = { title: 'Keys and data' }

const scopeWords: Record<(typeof tokenScopes)[number], string> = { export: 'Export everything recorded' }
const dayOf = (at: number) => fullDay(new Date(at).toISOString().slice(0, 10))

export default async function OwnerPage({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const { who, site } = await siteHere(id, `/sites/${id}/owner`)
  const changes = mayChange(site.role)
  const owns = ownsSite(site)
  const stop = await stopOf(who, id)
  const elsewhere = owns
    ? (await accountsOf(who)).filter(one => one.role === 'owner' && one.accountId !== site.accountId)
    : []
  return (
    <div className="max-w-[46rem] space-y-14">
      <div>
        <h1 className="text-[2.25rem]">Keys and data</h1>
        <p className="mt-1 text-soft">
          The key is <code className="font-mono text-[0.9375rem] wrap-anywhere text-ink">{site.key}</code>. It
          is public.
        </p>
      </div>
      {stop.deleteAt && (
        <Notice kind="bad" title={`This site is deleted on ${dayOf(stop.deleteAt)}`}>
          It takes no hits any more. Its reports and exports are there until then.
          {owns && (
            <FieldsForm
              act={bringBack}
              about={{ site: id, keep: 'yes' }}
              button="Keep the site"
              className="mt-3"
            />
          )}
        </Notice>
      )}
      <Part title="Take everything with you">
        <p className="mb-4 max-w-[60ch] text-soft">
          Every hit, whole, in the order it arrived. NDJSON has one JSON object a line; CSV has one hit a line
          with its properties as JSON.
        </p>
        <div className="flex flex-wrap gap-4">
          <ButtonLink href={`/sites/${id}/export?form=ndjson`} look="quiet" prefetch={false}>
            Export as NDJSON
          </ButtonLink>
          <ButtonLink href={`/sites/${id}/export?form=csv`} look="quiet" prefetch={false}>
            Export as CSV
          </ButtonLink>
        </div>
      </Part>
      {changes && <Tokens site={id} tokens={await orRefused(tokensOf(who, id))} />}
      {changes && (
        <Part title="Secret">
          <p className="mb-4 max-w-[60ch] text-soft">
            Servers sign with it what they send. A new one ends the old one within a second: have the new one
            ready to be set where you send from.
          </p>
          <FieldsForm act={newSecret} about={{ site: id, secret: 'new' }} button="Draw a new secret" />
        </Part>
      )}
      {changes && !stop.deleteAt && (
        <Part title={stop.archivedAt ? 'Archived' : 'Archive'}>
          <p className="mb-4 max-w-[60ch] text-soft">
            {stop.archivedAt
              ? `Since ${dayOf(stop.archivedAt)} no hits are taken. The reports are as they were.`
              : 'No hits are taken any more; reports and exports stay. You can undo it.'}
          </p>
          <FieldsForm
            act={setArchived}
            about={{ site: id, archived: stop.archivedAt ? 'no' : 'yes' }}
            button={stop.archivedAt ? 'Collect again' : 'Archive the site'}
          />
        </Part>
      )}
      {elsewhere.length > 0 && (
        <Part title="Transfer">
          <FieldsForm
            act={giveAway}
            about={{ site: id }}
            button="Transfer the site"
            className="max-w-[30rem]"
            fields={[
              {
                name: 'to',
                label: 'To which of your accounts',
                type: 'select',
                value: elsewhere[0]!.accountId,
                options: elsewhere.map(({ accountId, name }) => ({ value: accountId, text: name })),
                help: 'Its members then see it by their roles there; those here do not any more.',
              },
            ]}
          />
        </Part>
      )}
      {owns && !stop.deleteAt && (
        <Part title="Delete">
          <p className="mb-4 max-w-[60ch] text-soft">
            {site.demo
              ? 'The made-up data goes at once.'
              : `No hits are taken from now on. For ${siteGrace / day} days you can bring the site back; then it, its file and its tokens are gone.`}
          </p>
          <FieldsForm
            act={removeSite}
            about={{ site: id }}
            button="Delete the site"
            failed="Not deleted"
            className="max-w-[30rem]"
            fields={[{ name: 'typed', label: `Write “${site.name}” to delete it`, required: true }]}
          />
        </Part>
      )}
    </div>
  )
}

function Tokens({ site, tokens }: { site: string; tokens: Awaited<ReturnType<typeof tokensOf>> }) {
  return (
    <Part title="API tokens">
      <p className="mb-4 max-w-[60ch] text-soft">
        A token opens this site alone, for what it may do. We keep only a hash: it is shown once.
      </p>
      <ul className="mb-8 border-t border-rule">
        {tokens.map(({ id, name, scopes, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-3">
            <p>
              <span className="font-semibold wrap-anywhere">{name}</span>, may {scopes.join(', ')}
              <span className="block text-sm text-soft">
                Made {dayOf(createdAt)}, {lastUsedAt ? `last used ${dayOf(lastUsedAt)}` : 'never used'}
              </span>
            </p>
            <FieldsForm act={stopToken} about={{ site, token: id }} button="End it" look="bare" />
          </li>
        ))}
      </ul>
      <FieldsForm
        act={makeToken}
        about={{ site }}
        button="Make a token"
        failed="No token yet"
        className="max-w-[30rem]"
        fields={[
          { name: 'name', label: 'What it is for', required: true },
          ...tokenScopes.map(scope => ({
            name: `may:${scope}`,
            label: scopeWords[scope],
            type: 'check' as const,
            value: 'on',
          })),
        ]}
      />
    </Part>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-3 text-2xl">{title}</h2>
    {children}
  </section>
)
