import type { Metadata } from 'next'
import { invitationsOf } from '@/_accounts/members/invitations.data'
import { type MemberView, membersOf } from '@/_accounts/members/members.data'
import { atLeast, roles } from '@/_accounts/viewer'
import { sitesOf } from '@/_analytics/sites.data'
import { fullDay } from '@/_ui/format'
import { type FieldSpec, FieldsForm } from '../../fields-form'
import { accountHere, type Query } from '../account-here'
import { OtherAccounts } from '../other-accounts'
import { placeMember, sendInvitation, takeInvitationBack, takeOut } from './actions'

export const metadata: Metadata = { title: 'Members' }

const may: Record<(typeof roles)[number], string> = {
  viewer: 'Viewer: sees reports',
  analyst: 'Analyst: also keeps reports and segments',
  admin: 'Admin: also changes sites and members',
  owner: 'Owner: also deletes, transfers, and reads the log',
}

const dayOf = (at: number) => fullDay(new Date(at).toISOString().slice(0, 10))

export default async function MembersPage({ searchParams }: { searchParams: Query }) {
  const { who, account, others } = await accountHere('/account/members', searchParams)
  const id = account.accountId
  const manages = atLeast(account.role, 'admin')
  const [members, invitations, sites] = await Promise.all([
    membersOf(who, id),
    manages ? invitationsOf(who, id) : [],
    sitesOf(who),
  ])
  const own = sites.filter(site => site.accountId === id)
  const fields = (place?: Pick<MemberView, 'role' | 'sites'>): FieldSpec[] => [
    {
      name: 'role',
      label: 'Role',
      type: 'select',
      value: place?.role ?? 'viewer',
      options: roles
        .filter(role => role !== 'owner' || account.role === 'owner')
        .map(role => ({ value: role, text: may[role] })),
    },
    ...(own.length > 1
      ? [
          {
            name: 'which',
            label: 'Sites',
            type: 'select' as const,
            value: place?.sites ? 'some' : 'all',
            options: [
              { value: 'all', text: 'All, those to come too' },
              { value: 'some', text: 'Those ticked below' },
            ],
            help: 'Admins and owners see all of them.',
          },
          ...own.map(site => ({
            name: `site:${site.id}`,
            label: site.name,
            type: 'check' as const,
            value: place?.sites?.includes(site.id) ? 'on' : '',
          })),
        ]
      : []),
  ]
  return (
    <div className="max-w-[46rem] space-y-14">
      <section>
        <h1 className="text-[2.25rem]">Members of {account.name}</h1>
        <OtherAccounts path="/account/members" others={others} />
        <ul className="mt-6 border-t border-rule">
          {members.map(member => (
            <li key={member.id} className="border-b border-rule py-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <p>
                  <span className="font-semibold">{member.name || member.email}</span>{' '}
                  <span className="wrap-anywhere text-soft">{member.email}</span>
                </p>
                <p>
                  {member.role}
                  {member.sites && `, ${member.sites.length} of ${own.length} sites`}
                </p>
              </div>
              <p className="text-sm text-soft">Since {dayOf(member.since)}</p>
              {(manages && (member.role !== 'owner' || account.role === 'owner')) ||
              member.userId === who.userId ? (
                <details className="mt-2">
                  <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                    {member.userId === who.userId ? 'Change or leave' : 'Change or remove'}
                  </summary>
                  {manages && (
                    <FieldsForm
                      act={placeMember}
                      about={{ account: id, member: member.id }}
                      fields={fields(member)}
                      button="Change"
                      className="mt-2 max-w-[30rem]"
                    />
                  )}
                  <FieldsForm
                    act={takeOut}
                    about={{ account: id, member: member.id }}
                    button={member.userId === who.userId ? 'Leave the account' : 'Remove from the account'}
                    look="bare"
                    className="mt-4"
                  />
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      {invitations.length > 0 && (
        <section>
          <h2 className="mb-4 text-2xl">Invited</h2>
          <ul className="border-t border-rule">
            {invitations.map(({ id: invitation, email, role, expiresAt, expired }) => (
              <li
                key={invitation}
                className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-3"
              >
                <p>
                  <span className="font-semibold wrap-anywhere">{email}</span> as {role}
                  <span className="block text-sm text-soft">
                    {expired ? 'Expired on' : 'Until'} {dayOf(expiresAt)}
                  </span>
                </p>
                <FieldsForm
                  act={takeInvitationBack}
                  about={{ account: id, invitation }}
                  button="Take back"
                  look="bare"
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {manages && (
        <section>
          <h2 className="mb-4 text-2xl">Invite somebody</h2>
          <FieldsForm
            act={sendInvitation}
            about={{ account: id }}
            fields={[{ name: 'email', label: 'Email', type: 'email', required: true }, ...fields()]}
            button="Send the invitation"
            look="primary"
            failed="Not invited"
            className="max-w-[30rem]"
          />
        </section>
      )}
    </div>
  )
}
