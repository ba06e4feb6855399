import type { Door, Needs } from './doors'

const account = '(account)/account'
const site = '(account)/sites/[site]'
const staff = '(account)/staff'
const basics = { name: 'Taken over', url: 'https://other.example', timezone: 'UTC', currency: 'EUR' }
const ofSite = { site: '{site}' }
const ofAccount = { account: '{account}' }
const forged = { token: 'forged' }

const all = (needs: Needs, folder: string, names: string[], ending = '/page.tsx') =>
  Object.fromEntries(names.map((name): [string, Door] => [`${folder}${name}${ending}`, { needs }]))
const forgedPress = (names: string[]) =>
  Object.fromEntries(
    names.map((name): [string, Door] => [
      `POST (email)/${name}/route.ts`,
      {
        needs: 'proof',
        fields: { ...forged, id: 'forged', act: 'approve', days: '7', email: 'x@other.example' },
      },
    ]),
  )

/** Every door, and who it opens for. What the tree has and this does not fails the test of promise S1. */
export const doors: Record<string, Door> = {
  ...all('open', '(account)', [
    '/refused',
    '/signin',
    '/setup',
    '/signin/address',
    '/signin/link',
    '/signin/reset',
    '/trial/verify',
    '/trial/check',
    '/invitation',
  ]),
  ...all('signed-in', account, ['', '/security', '/data']),
  ...all('open', account, ['/plan']),
  [`${account}/members/page.tsx`]: { needs: 'viewer', to: '/account/members?account={account}' },
  [`${account}/billing/page.tsx`]: { needs: 'viewer', to: '/account/billing?account={account}' },
  [`${account}/audit/page.tsx`]: { needs: 'owner', to: '/account/audit?account={account}' },
  ...all('signed-in', '(account)/sites', ['', '/new']),
  ...all('viewer', site, ['', '/library', '/start', '/install', '/settings', '/health', '/live', '/people']),
  ...all('viewer', `${site}/reports`, [
    '',
    '/attribution',
    '/hits',
    '/revenue',
    '/metrics',
    '/funnel',
    '/population',
  ]),
  ...all('viewer', `${site}/reports`, [
    '/cohort',
    '/path',
    '/ab',
    '/people',
    '/hits/one',
    '/[report]/people',
  ]),
  ...all('viewer', site, ['/people/[person]', '/owner']),
  ...all('admin', site, ['/people/[person]/erase', '/requests']),
  [`${site}/requests/[id]/page.tsx`]: { needs: 'admin', to: '/sites/{site}/requests/{request}' },
  [`${site}/library/entry/page.tsx`]: {
    needs: 'admin',
    to: '/sites/{site}/library/entry?kind=event&name=planted',
  },
  ...all('staff', staff, [
    '',
    '/plans',
    '/reading',
    '/topics',
    '/audit',
    '/mail/[id]',
    '/mail',
    '/mail-health',
  ]),
  ...all('staff', staff, [
    '/subscribers',
    '/subscribers/import',
    '/webinars/[slug]',
    '/webinars',
    '/disclosures',
  ]),
  ...all('staff', staff, ['/requests/[id]', '/requests', '/contact', '/outbox', '/comments', '/accounts']),
  ...all('staff', staff, ['/broadcasts/new', '/broadcasts/[id]/edit', '/broadcasts/[id]', '/broadcasts']),
  ...all('staff', staff, ['/suppressions']),
  ...all('proof', '(email)', [
    '/webinars/mine',
    '/webinars/draft',
    '/webinars/join',
    '/privacy-request/proof',
  ]),
  ...all('proof', '(email)', ['/privacy-request/state', '/privacy-request/archive', '/email/unsubscribe']),
  ...all('proof', '(email)', ['/email/confirm', '/email/preferences', '/email/address', '/comments/own']),
  ...all('proof', '(email)', ['/comments/report', '/comments/decide', '/comments/reply', '/comments/draft']),
  ...all('open', '(email)', ['/privacy-request']),

  ...all('signed-in', `GET ${account}`, ['/data/export'], '/route.ts'),
  [`GET ${site}/reports/[report]/data/route.ts`]: {
    needs: 'viewer',
    to: '/sites/{site}/reports/metric/data?event=planted',
  },
  [`GET ${account}/billing/invoices/[id]/route.ts`]: {
    needs: 'admin',
    to: '/account/billing/invoices/in_planted',
  },
  ...all('viewer', `GET ${site}`, ['/export', '/people/[person]/export'], '/route.ts'),
  [`GET ${site}/live/stream/route.ts`]: { needs: 'viewer', endless: true },
  [`GET ${site}/metric/route.ts`]: { needs: 'viewer', to: '/sites/{site}/metric?event=planted' },
  [`GET ${site}/metric.csv/route.ts`]: { needs: 'viewer', to: '/sites/{site}/metric.csv?event=planted' },
  [`POST ${site}/requests/[id]/act/route.ts`]: {
    needs: 'admin',
    to: '/sites/{site}/requests/{request}/act',
    fields: { id: '{request}', act: 'answer', text: 'Something' },
  },
  [`POST ${site}/reports/notes/route.ts`]: {
    needs: 'analyst',
    fields: { day: '2026-11-01', text: 'Planted' },
  },
  [`POST ${site}/reports/saved/route.ts`]: {
    needs: 'analyst',
    fields: { name: 'Planted', report: 'metric', query: 'event=planted' },
  },
  ...all(
    'staff',
    `GET ${staff}`,
    ['/mail/[id]/html', '/subscribers/export', '/broadcasts/[id]/letter'],
    '/route.ts',
  ),
  ...all('staff', `GET ${staff}`, ['/webinars/[slug]/csv', '/webinars/[slug]/copy'], '/route.ts'),
  [`POST ${staff}/disclosures/give/route.ts`]: {
    needs: 'staff',
    fields: { email: 'owner@strangers.example', authority: 'A court', reason: 'An order of November' },
  },
  [`POST ${staff}/requests/[id]/act/route.ts`]: {
    needs: 'staff',
    to: '/staff/requests/{officeRequest}/act',
    fields: { id: '{officeRequest}', act: 'answer', text: 'Something' },
  },
  'POST api/v1/sites/[id]/merges/undo/route.ts': { needs: 'bearer', to: '/api/v1/sites/{site}/merges/undo' },
  'GET api/v1/sites/[id]/export/route.ts': { needs: 'bearer', to: '/api/v1/sites/{site}/export' },
  'GET api/v1/sites/[id]/reports/[report]/route.ts': {
    needs: 'bearer',
    to: '/api/v1/sites/{site}/reports/metric?event=planted',
  },
  'POST api/auth/signout/route.ts': { needs: 'open' },
  'POST api/legal/read/route.ts': {
    needs: 'signed-in',
    fields: { document: 'terms', version: '2026-11-02' },
  },
  ...all('proof', 'POST api/webhooks', ['/resend', '/stripe'], '/route.ts'),
  ...forgedPress(['webinars/mine/change', 'webinars/join/press', 'privacy-request/proof/press']),
  ...forgedPress(['privacy-request/state/further', 'privacy-request/archive/fetch', 'comments/decide/press']),
  ...forgedPress([
    'email/unsubscribe/press',
    'email/confirm/press',
    'email/preferences/export',
    'email/address/press',
  ]),
  ...forgedPress(['email/preferences/move', 'email/preferences/send', 'email/preferences/change']),
  ...forgedPress(['comments/own/change']),
  'POST (email)/email/unsubscribe/one-click/route.ts': {
    needs: 'proof',
    to: '/email/unsubscribe/one-click?token=forged',
    fields: { 'List-Unsubscribe': 'One-Click' },
  },
  ...all('open', 'GET (email)', ['/email/unsubscribe/one-click', '/comments/waiting'], '/route.ts'),
  ...all(
    'open',
    'POST (email)',
    ['/email/preferences/ask', '/comments/own/ask', '/comments/new'],
    '/route.ts',
  ),
  ...all('open', 'POST (email)', ['/comments/report/press'], '/route.ts'),
  ...all(
    'open',
    'POST (site)',
    ['/webinars/register', '/user-privacy/erase', '/user-privacy/choice'],
    '/route.ts',
  ),
  ...all('open', 'POST (site)', ['/preferences', '/newsletter/ask'], '/route.ts'),

  [`${account}/actions.ts#saveProfile`]: { needs: 'signed-in', fields: { name: 'Taken over', phone: '' } },
  [`${account}/actions.ts#saveEmail`]: {
    needs: 'signed-in',
    fields: { email: 'taken@other.example', password: 'wrong words here' },
  },
  [`${account}/actions.ts#savePassword`]: {
    needs: 'signed-in',
    fields: { password: 'wrong words here', newPassword: 'other words of mine' },
  },
  [`${account}/actions.ts#stopSessions`]: { needs: 'signed-in', fields: { session: 'none' } },
  [`${account}/actions.ts#removeAccount`]: {
    needs: 'owner',
    fields: { ...ofAccount, typed: 'wrong', password: 'x' },
  },
  [`${account}/billing/actions.ts#subscribe`]: { needs: 'owner', fields: { ...ofAccount, plan: 'none' } },
  [`${account}/billing/actions.ts#manage`]: { needs: 'owner', fields: ofAccount },
  [`${account}/members/actions.ts#sendInvitation`]: {
    needs: 'admin',
    fields: { ...ofAccount, email: 'friend@other.example', role: 'viewer' },
  },
  [`${account}/members/actions.ts#takeInvitationBack`]: {
    needs: 'admin',
    fields: { ...ofAccount, invitation: 'inv_planted' },
  },
  [`${account}/members/actions.ts#placeMember`]: {
    needs: 'admin',
    fields: { ...ofAccount, member: '{member}', role: 'analyst' },
  },
  [`${account}/members/actions.ts#takeOut`]: { needs: 'admin', fields: { ...ofAccount, member: '{spare}' } },
  '(account)/sites/new/actions.ts#makeSite': { needs: 'admin', fields: { ...ofAccount, ...basics } },
  [`${site}/library/entry/actions.ts#saveEntry`]: {
    needs: 'admin',
    fields: { ...ofSite, kind: 'event', name: 'planted', displayName: 'Taken over', description: '' },
  },
  [`${site}/start/actions.ts#nameSite`]: { needs: 'admin', fields: { ...ofSite, ...basics } },
  [`${site}/start/actions.ts#tickStep`]: { needs: 'admin', fields: { ...ofSite, step: 'people' } },
  [`${site}/start/actions.ts#seeSample`]: { needs: 'admin', fields: ofSite },
  [`${site}/install/actions.ts#checkPage`]: { needs: 'viewer', fields: ofSite },
  [`${site}/settings/actions.ts#saveSettings`]: {
    needs: 'admin',
    fields: { ...ofSite, ...basics },
    whole: true,
  },
  [`${site}/owner/actions.ts#makeToken`]: {
    needs: 'admin',
    fields: { ...ofSite, name: 'Taken', 'may:export': 'on' },
  },
  [`${site}/owner/actions.ts#stopToken`]: { needs: 'admin', fields: { ...ofSite, token: '{token}' } },
  [`${site}/owner/actions.ts#newSecret`]: { needs: 'admin', fields: ofSite },
  [`${site}/owner/actions.ts#setArchived`]: { needs: 'admin', fields: { ...ofSite, archived: 'yes' } },
  [`${site}/owner/actions.ts#giveAway`]: { needs: 'owner', fields: { ...ofSite, to: '{account}' } },
  [`${site}/owner/actions.ts#removeSite`]: { needs: 'owner', fields: { ...ofSite, typed: 'wrong' } },
  [`${site}/owner/actions.ts#bringBack`]: { needs: 'owner', fields: ofSite },
  [`${site}/people/[person]/actions.ts#takeApart`]: {
    needs: 'admin',
    bound: ['{site}', 1],
    fields: { a: 'ann', b: 'planted' },
  },
  [`${site}/people/[person]/actions.ts#erase`]: {
    needs: 'admin',
    bound: ['{site}', 1],
    fields: { sure: 'on' },
  },
  '(account)/invitation/actions.ts#join': { needs: 'proof', fields: forged },
  [`${staff}/plans/actions.ts#assign`]: { needs: 'staff', fields: { ...ofAccount, plan: 'pro' } },
  [`${staff}/subscribers/import/actions.ts#importFile`]: {
    needs: 'staff',
    fields: { pasted: 'email\nplanted@other.example' },
  },
  [`${staff}/webinars/[slug]/actions.ts#sendMessage`]: {
    needs: 'staff',
    fields: { slug: '{slug}', subject: 'A message', text: 'To everybody', to: 'registered' },
  },
  [`${staff}/contact/actions.ts#mark`]: { needs: 'staff', fields: { id: 'contact_planted', state: 'done' } },
  [`${staff}/outbox/actions.ts#retry`]: { needs: 'staff', fields: { id: '{mail}' } },
  [`${staff}/outbox/actions.ts#giveUp`]: { needs: 'staff', fields: { id: '{mail}' } },
  [`${staff}/comments/actions.ts#decideComments`]: {
    needs: 'staff',
    fields: { do: 'one:comment_planted:approve' },
  },
  [`${staff}/accounts/actions.ts#givePlan`]: { needs: 'staff', fields: { ...ofAccount, plan: 'pro' } },
  [`${staff}/broadcasts/actions.ts#saveBroadcast`]: {
    needs: 'staff',
    fields: { subject: 'Taken over', body: 'Something to read.', topic: 'newsletter' },
  },
  [`${staff}/broadcasts/actions.ts#testBroadcast`]: {
    needs: 'staff',
    fields: { id: 'none', to: 'x@other.example' },
  },
  [`${staff}/broadcasts/actions.ts#scheduleBroadcast`]: {
    needs: 'staff',
    fields: { id: 'none', when: 'now' },
  },
  [`${staff}/broadcasts/actions.ts#moveBroadcast`]: { needs: 'staff', fields: { id: 'none', act: 'remove' } },
  [`${staff}/suppressions/actions.ts#stopAddress`]: {
    needs: 'staff',
    fields: { email: 'owner@strangers.example' },
  },
  [`${staff}/suppressions/actions.ts#liftOne`]: { needs: 'staff', fields: { hash: 'none', scope: 'all' } },
  '(account)/signin/actions.ts#submitSignIn': {
    needs: 'proof',
    fields: { email: 'owner@strangers.example', password: 'not the words' },
  },
  ...Object.fromEntries(
    ['enterByLink', 'chooseNewPassword', 'askToSignIn', 'askToReset'].map((name): [string, Door] => [
      `(account)/signin/link-actions.ts#${name}`,
      { needs: 'proof', fields: { ...forged, newPassword: 'several words of mine' } },
    ]),
  ),
  '(account)/signin/address/actions.ts#agreeToEmail': { needs: 'proof', fields: forged },
  '(account)/signin/address/actions.ts#stopEmail': { needs: 'proof', fields: forged },
  '(account)/setup/actions.ts#submitSetup': {
    needs: 'proof',
    fields: { ...forged, name: 'Mallory', email: 'mallory@other.example', password: 'several words of mine' },
  },
  '(account)/trial/actions.ts#submitCode': { needs: 'proof', fields: { code: '000000' } },
  '(account)/trial/actions.ts#submitLink': {
    needs: 'proof',
    fields: { ...forged, password: 'several words' },
  },
  '(email)/privacy-request/actions.ts#askForPrivacy': { needs: 'open' },
  '(email)/privacy-request/actions.ts#openState': {
    needs: 'proof',
    fields: { number: 'PR-AAAA-AAAA', email: 'mallory@other.example' },
  },
  '(site)/contact/actions.ts#sendMessage': { needs: 'open' },
  '(site)/trial/actions.ts#submitTrial': { needs: 'open' },
}
