/** One promise of the policy: what must be seen for it to be kept. The id is its mark on the policy page. */
export type PolicyPromise = { id: string; check: string }

/** In the order of the policy. A mark without a row here, or a row without a mark, fails a test. */
export const promises: PolicyPromise[] = [
  {
    id: 'C2',
    check: 'One visit of a real browser; then everything the promise names is found in its record.',
  },
  {
    id: 'C5',
    check:
      'The operator’s site is a row like any other, with a key like any other; no code asks whose it is.',
  },
  {
    id: 'C4',
    check:
      'A page of another origin loads the tracker; its events are in that client’s site and in no other.',
  },
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
    id: 'K3',
    check: 'A visit without a name, then a name, then a second device: one person, in the order it happened.',
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
    id: 'K4',
    check: 'With cookies blocked, two pages are stored with no identity and not counted as two people.',
  },
  { id: 'K5', check: 'A browser that blocks cookies opens the opt-out page and is told what works instead.' },
  {
    id: 'P6',
    check:
      'Two clients’ sites: after the opt-out no request stores anything or sets an identifier; after the opt-in it does.',
  },
  {
    id: 'P4',
    check: 'Both signals, as a header and in script, on every endpoint, with the site’s setting on and off.',
  },
  {
    id: 'S1',
    check: 'Every page and action that is not public, one by one, refuses whoever may not see it.',
  },
  {
    id: 'S2',
    check: 'The database file is searched for the passwords, sessions and tokens in use; none is found.',
  },
  {
    id: 'S3',
    check:
      'A deployment with an https address redirects plain http, sends HSTS and marks its cookies Secure.',
  },
]
