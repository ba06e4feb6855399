/**
 * One promise of the policy: what must be seen in the running system for it to be kept. The id is its mark on
 * the policy page and the name of its test in `e2e/promises`; `notYet` where what it is about is still to come.
 */
export type PolicyPromise = { id: string; check: string; notYet?: true }

/** Every promise there is, part by part; a test holds them, the policy's marks and the tests to each other. */
export const promises: PolicyPromise[] = [
  {
    id: 'C1',
    check:
      'Signing up stores the fields that are named, and no other. A request that carries a card number is refused, and nothing of it is stored or logged.',
  },
  {
    id: 'C2',
    check: 'One visit of a real browser; then everything the promise names is found in its record.',
  },
  {
    id: 'C3',
    check: 'Pages, feeds and JSON of a commented post are searched for the address; it is in none of them.',
  },
  {
    id: 'C4',
    check:
      'A page of another origin loads the tracker; its events are in that client’s site and in no other.',
  },
  {
    id: 'C5',
    check:
      'The operator’s site is a row like any other, with a key like any other; no code asks whose it is.',
  },
  {
    id: 'C6',
    check:
      'A client switches the automatic events off, and blocks a property: neither is stored from the next visit on.',
  },
  {
    id: 'C7',
    check:
      'Numbers that look like cards or national ids never reach the stored data, blocked properties are dropped, and the client’s page counts both.',
  },
  {
    id: 'C8',
    check: 'As C2, on a client’s site that asked for none of it; the client sees each on the person’s page.',
  },
  {
    id: 'U1',
    check: 'Every field held about an account is found in the export of its own data.',
    notYet: true,
  },
  {
    id: 'U2',
    check:
      'Addresses that are unconfirmed, unsubscribed, paused, bounced or angry get nothing, also when sending has begun.',
  },
  { id: 'U3', check: 'Both forms, with the box ticked and without.' },
  {
    id: 'U4',
    check:
      'Every report, export and interface answers another client’s site as it answers one that is not there.',
  },
  {
    id: 'U5',
    check:
      'One browser visits two clients’ sites: the identifiers differ, and the two files share nothing of it.',
  },
  {
    id: 'U6',
    check: 'A figure that fewer than 5 sites or 100 people stand behind is not shown, whatever is asked for.',
  },
  {
    id: 'U7',
    check:
      'Signing up records the version of the terms; the installation check says whether a page links to the opt-out.',
  },
  {
    id: 'K1',
    check: 'A walk through the whole site, in which no cookie is set that the table does not name.',
  },
  {
    id: 'K2',
    check:
      'Tracking answers carry no ETag and cannot be cached; the tracker touches no storage but cookies; with cookies cleared the next visit is new.',
  },
  {
    id: 'K3',
    check: 'A visit without a name, then a name, then a second device: one person, in the order it happened.',
  },
  {
    id: 'K4',
    check: 'With cookies blocked, two pages are stored with no identity and not counted as two people.',
  },
  {
    id: 'K5',
    check: 'A browser that blocks cookies opens the opt-out page and is told what works instead.',
  },
  {
    id: 'B1',
    check:
      'The image of a page without scripts and the one in a mail both record, and both obey the opt-out.',
  },
  { id: 'D1', check: 'A provider is switched on in the settings, and the page lists it.' },
  {
    id: 'D2',
    check: 'Each role tries each action; what it may not do answers 403 and stands in the audit log.',
  },
  {
    id: 'D3',
    check: 'A partner without both sides’ consent sees nothing, and nothing again as soon as either ends it.',
    notYet: true,
  },
  {
    id: 'D4',
    check: 'Staff cannot export without a reason; the log keeps the reason and the public page counts it.',
  },
  {
    id: 'D5',
    check: 'A notice of that kind reaches every account and every reader of service mail, once.',
  },
  {
    id: 'P1',
    check: 'Every field of the sign-up is seen and changed; a new address counts once both have confirmed.',
  },
  {
    id: 'P2',
    check:
      'Every kind of message, by enumeration: its link works without signing in, one press does it, and a scanner that opens it changes nothing.',
  },
  {
    id: 'P3',
    check: 'A request is made, confirmed, numbered, and stands in the staff’s queue.',
  },
  {
    id: 'P4',
    check: 'Both signals, as a header and in script, on every endpoint, with the site’s setting on and off.',
  },
  {
    id: 'P6',
    check:
      'Two clients’ sites: after the opt-out no request stores anything or sets an identifier; after the opt-in it does.',
  },
  {
    id: 'P7',
    check: 'The opt-out page lists what this browser sent, and after the erasure nothing of it is found.',
  },
  {
    id: 'S1',
    check: 'Every page and action that is not public, one by one, refuses whoever may not see it.',
  },
  {
    id: 'S2',
    check:
      'All files are searched for the passwords, sessions and tokens in use, those in mails too; none is found.',
  },
  {
    id: 'S3',
    check:
      'A deployment with an https address redirects plain http, sends HSTS and marks its cookies Secure.',
  },
  {
    id: 'H1',
    check: 'Signing up asks; a request about a child deletes without asking for more.',
  },
  {
    id: 'V1',
    check: 'A new version shows its banner and sends its mail, and neither a second time.',
  },
  {
    id: 'V2',
    check: 'The second before and the second after: which version binds a new user, and which an old one.',
  },
  {
    id: 'V3',
    check: 'The export of a person names the version that governs each kind of data.',
  },
  {
    id: 'X1',
    check: 'Due dates skip weekends and holidays; what is late is marked.',
  },
  {
    id: 'R1',
    check:
      'A proven request returns all that is held under every identity; after an erasure nothing of it is left.',
  },
  { id: 'R2', check: 'As P6, and a provider refused on the request gets nothing.' },
  {
    id: 'R3',
    check: 'A complaint takes the steps in their order only, and each answer names the next.',
  },
]
