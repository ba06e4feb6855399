import type { NavLink } from '@/_ui/nav'

/** The parts of the staff console, in the order of its navigation. */
export const groups = ['Mail', 'Readers', 'Accounts', 'Privacy', 'Operation'] as const

export type StaffArea = NavLink & {
  group: (typeof groups)[number]
  /** One sentence for the console's first page. */
  about: string
}

/** Every staff page that the navigation leads to. A new one needs a line here and nothing else. */
export const areas: StaffArea[] = [
  {
    group: 'Mail',
    href: '/staff/broadcasts',
    text: 'Broadcasts',
    about: 'Newsletters: write, test, schedule, pause, and see what became of them.',
  },
  {
    group: 'Mail',
    href: '/staff/subscribers',
    text: 'Subscribers',
    about: 'Who asked for mail and for what; import with proof, export.',
  },
  {
    group: 'Mail',
    href: '/staff/topics',
    text: 'Topics',
    about: 'What people can ask for, and how many did.',
  },
  {
    group: 'Mail',
    href: '/staff/suppressions',
    text: 'Suppressions',
    about: 'Addresses that get nothing more, and why.',
  },
  {
    group: 'Mail',
    href: '/staff/outbox',
    text: 'Outbox',
    about: 'Every message and what became of it; try again, give up.',
  },
  {
    group: 'Mail',
    href: '/staff/mail-health',
    text: 'Mail health',
    about: 'Bounces and complaints against the limits, and what DNS says of our domain.',
  },
  {
    group: 'Mail',
    href: '/staff/mail',
    text: 'Local mailbox',
    about: 'What this deployment sends while no mail provider is configured.',
  },
  {
    group: 'Readers',
    href: '/staff/comments',
    text: 'Comments',
    about: 'What readers wrote under posts: what waits, what was reported, what is spam.',
  },
  {
    group: 'Readers',
    href: '/staff/reading',
    text: 'Reading',
    about: 'Per post: readers, where from, what they did next, trials that followed.',
  },
  {
    group: 'Accounts',
    href: '/staff/plans',
    text: 'Plans',
    about: 'Which plan each account has, and plans that are given by hand.',
  },
  {
    group: 'Mail',
    href: '/staff/contact',
    text: 'Messages',
    about: 'What was written to us by the contact form, and what was taken for spam.',
  },
  {
    group: 'Readers',
    href: '/staff/webinars',
    text: 'Webinars',
    about: 'Who registered, who waits, who came; a mail to them; a copy for the next one.',
  },
  {
    group: 'Accounts',
    href: '/staff/accounts',
    text: 'Accounts',
    about: 'Who has an account, how its trial stands, and its plan.',
  },
  {
    group: 'Accounts',
    href: '/staff/audit',
    text: 'Audit log',
    about: 'Who did what in this deployment, and what was refused.',
  },
  {
    group: 'Privacy',
    href: '/staff/requests',
    text: 'Requests',
    about: 'What people asked about their own data, and by when each has to be answered.',
  },
  {
    group: 'Privacy',
    href: '/staff/disclosures',
    text: 'Disclosures',
    about: 'One person’s data for an authority, written down and counted.',
  },
]

/** The groups that have areas, each with its own. */
export const areasByGroup = (): { group: string; areas: StaffArea[] }[] =>
  groups
    .map(group => ({ group, areas: areas.filter(area => area.group === group) }))
    .filter(({ areas }) => areas.length > 0)
