import { addressHash } from '@/_audience/address'
import { day, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { keyedHash } from '@/_platform/secret'
import { findPost } from '../posts'

type Said = {
  post: string
  name: string
  text: string
  website?: string
  /** Days after the post appeared. */
  after: number
  state?: 'held' | 'spam'
  reasons?: string
  replies?: Said[]
}

const funnel = 'reading-a-funnel'
const firstParty = 'why-first-party'
const identity = 'two-names-one-person'
const optOut = 'what-an-opt-out-must-do'

/** Invented people, as the demo's visitors are. */
const said: Said[] = [
  {
    post: funnel,
    name: 'Marta Linde',
    after: 0.4,
    text: 'The part about the window changed how I read ours. We had **seven days** from the first step and thought it was from the last. Is there a way to see how many finish just after the window closes?',
    replies: [
      {
        post: funnel,
        name: 'The Firsthand desk',
        after: 0.6,
        text: 'Run the same funnel with a longer window and compare: the difference between the two is exactly those people. We do that once a quarter.',
      },
      {
        post: funnel,
        name: 'Marta Linde',
        after: 0.7,
        text: 'Did it. Nine per cent more with fourteen days. Thank you.',
      },
    ],
  },
  {
    post: funnel,
    name: 'Owen Adeyemi',
    website: 'https://adeyemi.example',
    after: 2.2,
    text: 'One thing I would add: order matters more than people think. Our second step can happen *before* the first for people who come back from a mail, and a strict funnel loses them.',
    replies: [
      {
        post: funnel,
        name: 'Jun Tanabe',
        after: 2.9,
        text: 'Same here. We made the mail link its own event and the hole was gone.',
      },
    ],
  },
  {
    post: firstParty,
    name: 'Petra Novak',
    after: 1.1,
    text: 'We moved off a third-party script in spring. What surprised me was not the privacy side but the numbers: about a fifth more visits, because fewer blockers know a script on our own host.',
    replies: [
      {
        post: firstParty,
        name: 'Dario Conti',
        after: 1.5,
        text: 'Did you count refusals before and after? Ours went *up*, since people now see the opt-out where they expect it.',
      },
    ],
  },
  {
    post: firstParty,
    name: 'Sam Whitlock',
    after: 6.3,
    text: 'Small question. You write that the cookie lives on the client’s own domain. What happens with a shop on `shop.example` and a blog on `blog.example`: two visitors?',
  },
  {
    post: identity,
    name: 'Ines Carvalho',
    after: 0.9,
    text: '> a merge is one row, takes effect in every report at once, and can be undone\n\nThat last one. We once joined two customers who shared a laptop in a shop, and with our former tool that was for ever.',
  },
  {
    post: identity,
    name: 'Bo Hallgren',
    after: 3.4,
    text: 'Is an identity ever reused? We number customers from 1 in each country, which I now understand is asking for trouble:\n\n- `1` in Sweden\n- `1` in Norway\n\nWould a prefix do?',
    replies: [
      {
        post: identity,
        name: 'Ines Carvalho',
        after: 3.6,
        text: 'A prefix does. Ours are `se-1` and `no-1`, and have been for years.',
      },
    ],
  },
  {
    post: optOut,
    name: 'Ruth Feldman',
    after: 1.8,
    text: 'Reading this as somebody who answers data requests for a living: the page that *shows* whether the browser is opted out is rarer than it should be. Good.',
  },
  {
    post: funnel,
    name: 'Lea Brandt',
    after: 5,
    text: 'Does the funnel count a person who does step two twice?',
    state: 'held',
    reasons: 'first',
  },
  {
    post: firstParty,
    name: 'Nikhil Rao',
    after: 9,
    text: 'We wrote about our move at https://rao.example/leaving and https://rao.example/numbers, and the scripts are on https://code.example/rao. Happy to answer questions.',
    state: 'held',
    reasons: 'links first',
  },
  {
    post: optOut,
    name: 'Chris',
    after: 4,
    text: 'Nice post, very informative, I will come back.',
    state: 'held',
    reasons: 'unsure first',
  },
  ...[
    [
      'SEO Growth Team',
      'Rank your website on the first page now! Cheap backlinks, best price, click https://backlinks.example',
    ],
    [
      'Casino Bonus',
      'Free spins and the best casino bonus online, claim now https://spins.example https://bonus.example',
    ],
    ['Quick Loans', 'Need money? Instant loans approved online in minutes, click here https://loans.example'],
    [
      'Pharmacy Direct',
      'Buy cheap pills online without prescription, best price, fast delivery https://pills.example',
    ],
    [
      'Followers Shop',
      'Buy real followers and likes, cheap price, instant delivery https://followers.example',
    ],
    ['Watch Outlet', 'Luxury watches at the best price online, buy now https://watches.example'],
  ].map(
    ([name, text], at): Said => ({
      post: at % 2 ? funnel : identity,
      name: name!,
      text: text!,
      after: 3 + at,
      state: 'spam',
      reasons: 'alike first',
    }),
  ),
]

/** Fills the demo's conversations, once: comments that stand, wait and are spam, as if staff had decided. @param now Unix ms */
export async function seedComments(now: number): Promise<void> {
  if ((await db().comment.count()) > 0) return
  const rows: Parameters<ReturnType<typeof db>['comment']['create']>[0]['data'][] = []
  let number = 0
  const add = (one: Said, parentId: string | null) => {
    const found = findPost(one.post, () => now)
    if (!found || 'movedTo' in found) return
    const at = new Date(Math.min(found.post.publishedAt + one.after * day, now - hour - number * minute))
    const id = `comment_demo${String(++number).padStart(12, '0')}`
    const state = one.state ?? 'approved'
    const email = `${one.name.toLowerCase().replace(/[^a-z]+/g, '.')}@readers.example`
    rows.push({
      id,
      post: one.post,
      parentId,
      name: one.name,
      website: one.website ?? null,
      email,
      emailHash: addressHash(email),
      networkHash: keyedHash('comment network', `demo ${one.name}`),
      text: one.text,
      shapeHash: keyedHash('comment words', one.text),
      state,
      reasons: one.reasons ?? '',
      createdAt: at,
      ...(state === 'approved' && { approvedAt: at }),
      ...(state !== 'held' && { decidedAt: at, decidedBy: 'demo' }),
    } as (typeof rows)[number])
    for (const reply of one.replies ?? []) add(reply, id)
  }
  for (const one of said) add(one, null)
  for (const data of rows) await db().comment.create({ data })
}
