/** How the rows of a table are found for one person: by a column that names the person in one of these ways. */
export type HeldBy = 'email' | 'emailHash' | 'userId' | 'subscriberId'

export type Held = {
  /** A table of app.db, as Prisma names it. */
  model: string
  /** What the archive calls it. */
  name: string
  by: HeldBy
  /** The column, where it is not called as what it holds. */
  column?: string
  /** Columns that are secrets or hashes of them: never in an archive. */
  omit?: readonly string[]
  /** What an erasure writes into its rows where others hang on them. Absent where they are deleted. */
  emptied?: Readonly<Record<string, string | boolean | null>>
  /** Why its rows survive an erasure; they name nobody then. */
  keptBecause?: string
}

/**
 * Every table of app.db that holds something about a person, in the order in which an erasure goes through them. A
 * test compares it with the schema: a new table that names people and is not here fails.
 */
export const held: readonly Held[] = [
  { model: 'Session', name: 'sessions', by: 'userId', omit: ['hash', 'network'] },
  { model: 'LegalAcceptance', name: 'accepted versions', by: 'userId' },
  { model: 'Member', name: 'memberships', by: 'userId' },
  { model: 'Invitation', name: 'invitations', by: 'email', omit: ['tokenHash'] },
  { model: 'EmailChange', name: 'new address in progress', by: 'userId', omit: ['sessionHash'] },
  { model: 'Contact', name: 'telephone', by: 'userId' },
  {
    model: 'SignUp',
    name: 'sign-up in progress',
    by: 'email',
    omit: ['hash', 'linkHash', 'codeHash', 'passwordHash'],
  },
  { model: 'User', name: 'account', by: 'email', omit: ['passwordHash'] },
  {
    model: 'Comment',
    name: 'comments',
    by: 'emailHash',
    omit: ['emailHash', 'networkHash', 'shapeHash', 'decidedBy'],
    // Answers of others stand below it.
    emptied: {
      name: '',
      website: null,
      email: '',
      emailHash: '',
      networkHash: '',
      shapeHash: '',
      text: '',
      notify: false,
      state: 'deleted',
    },
  },
  { model: 'ContactMessage', name: 'messages from you', by: 'email', omit: ['network'] },
  { model: 'Registration', name: 'webinar registrations', by: 'emailHash', omit: ['emailHash'] },
  { model: 'AddressChange', name: 'address changes', by: 'subscriberId', omit: ['emailHash'] },
  { model: 'DigestItem', name: 'next digest', by: 'subscriberId' },
  { model: 'ConsentRecord', name: 'mail consents', by: 'subscriberId' },
  { model: 'Subscription', name: 'mail topics', by: 'subscriberId' },
  { model: 'Subscriber', name: 'mail settings', by: 'email', omit: ['emailHash'] },
  { model: 'SoftBounce', name: 'bounces', by: 'emailHash', column: 'toHash', omit: ['toHash'] },
  { model: 'MailboxMessage', name: 'local mailbox', by: 'email', column: 'to' },
  {
    model: 'OutboxMessage',
    name: 'messages to you',
    by: 'emailHash',
    column: 'toHash',
    omit: ['toHash', 'props'],
  },
  {
    model: 'Suppression',
    name: 'mail never to be sent',
    by: 'emailHash',
    column: 'toHash',
    omit: ['toHash'],
    keptBecause: 'so that no mail comes again; of the address only a keyed hash is kept',
  },
  {
    model: 'ProviderRefusal',
    name: 'refused providers',
    by: 'emailHash',
    omit: ['emailHash'],
    keptBecause: 'so that the refusal holds; of the address only a keyed hash is kept',
  },
  {
    model: 'PrivacyRequest',
    name: 'requests to the privacy office',
    by: 'emailHash',
    omit: ['emailHash', 'proposedBy'],
    keptBecause: 'to show that the request was answered; the address and the words are emptied',
  },
]

/** Tables with a column that looks like a person and is none, or that is looked after elsewhere, and why. */
export const notHeld: Record<string, string> = {
  CommentBan: 'a keyed hash of the address, so that the ban holds',
  AuditEntry: 'append-only; holds user ids, which name nobody once the user is gone',
  PrivacyRequestStep: 'append-only; holds what was done, never who asked',
  PersonRefusal: 'a hash with the site’s secret, so that the refusal holds',
}
