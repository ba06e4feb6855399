import { allPosts } from 'content-collections'
import { parseAtomFeed } from 'feedsmith'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverNext } from '@/_audience/deliver'
import { mailbox, mailboxTransport } from '@/_audience/mailbox.data'
import { unsubscribe } from '@/_audience/unsubscribe.data'
import { day, hour, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { share } from '@/_platform/shared'
import { useTestDb } from '../../../e2e/testing/database'
import { atom } from '../feeds/atom'
import { addComment, closesAt, threadsOf } from './comments.data'
import { commentsFeed } from './feed'
import { commentForm } from './form'
import { commentQueue, decide, decideByLink, forgetSpam, liftBan, readDecision } from './moderation.data'
import { askForOwnLink, deleteOwn, editOwn, ownComment, ownWaiting } from './own.data'
import { ownHeader } from './own-cookie'
import { pageProof } from './page-proof'
import { reportComment } from './reports.data'

let db: Db
const post = allPosts.find(({ slug }) => slug === 'reading-a-funnel')!
const time = { now: 0 }
const clock = () => time.now
const forgotten: string[] = []
const staff = { userId: 'user_staff', staff: true }
let network = 0

type Given = Partial<Record<keyof typeof defaults, string>>
const defaults = {
  post: post.slug,
  parent: '',
  name: 'Ann',
  email: 'Ann@Example.com',
  website: '',
  text: 'How is the conversion window of a funnel counted?',
  notify: '',
  newsletter: '',
  url: '',
  made: '',
}
const formOf = (given: Given) => {
  const made = pageProof(post.slug, () => time.now - minute)
  return commentForm.parse({ ...defaults, made, ...given })
}
const send = (given: Given = {}) => {
  time.now += 1000
  return addComment(formOf(given), { address: `192.0.2.${network++ % 250}` }, clock)
}
const cookieOf = (...ids: string[]) => ({ cookie: ownHeader(ids, clock).split(';')[0]! })
const stateOf = async (id: string) => (await db.comment.findUnique({ where: { id } }))?.state
const deliver = async () => {
  while (await deliverNext({ transport: mailboxTransport(clock), clock })) {}
}
const mailsTo = async (to: string) => (await mailbox({ staff: true })).filter(mail => mail.to === to)
/** A published comment of an address that is known from then on. */
async function approved(given: Given = {}): Promise<string> {
  const { id } = await send(given)
  await decide(staff, [id], 'approve', clock)
  return id
}

beforeAll(async () => {
  db = (await useTestDb()).db
  share('pages', { forget: (path: string) => forgotten.push(path) })
  await db.user.create({
    data: { id: staff.userId, email: 'staff@example.com', staff: true, createdAt: new Date(0) },
  })
})
beforeEach(async () => {
  time.now = post.publishedAt + 10 * day
  forgotten.length = 0
  await db.comment.deleteMany()
  await db.commentBan.deleteMany()
  await db.outboxMessage.deleteMany()
  await db.mailboxMessage.deleteMany()
  await db.suppression.deleteMany()
  await db.rateBucket.deleteMany()
})

describe('sending', () => {
  test('a first comment waits; the address is known once staff approved, and the page is made anew', async () => {
    const first = await send()
    expect(first.state).toBe('held')
    expect(await threadsOf(post.slug)).toEqual([])
    expect(forgotten).toEqual([])
    expect(await decide(staff, [first.id], 'approve', clock)).toBe(1)
    expect(forgotten).toContain(`/blog/${post.slug}`)
    forgotten.length = 0
    expect((await send({ text: 'And how does it treat a person who comes twice?' })).state).toBe('approved')
    expect(forgotten).toContain(`/blog/${post.slug}`)
    expect((await threadsOf(post.slug)).map(({ name }) => name)).toEqual(['Ann', 'Ann'])
  })

  test('sent twice is one comment; the same words from elsewhere wait', async () => {
    const first = await approved()
    expect((await send({ text: ' how is the CONVERSION window of a funnel counted? ' })).id).toBe(first)
    await approved({ email: 'bo@example.com', text: 'Thanks.' })
    expect((await send({ email: 'bo@example.com' })).state).toBe('held')
    expect(await db.comment.count()).toBe(3)
  })

  test('one level of answers: an answer to an answer stands beside it', async () => {
    const root = await approved()
    const reply = await approved({ parent: root, text: 'From its first step.' })
    const second = await approved({ parent: reply, text: 'And the last?' })
    const [thread] = await threadsOf(post.slug)
    expect(thread!.replies.map(({ id }) => id)).toEqual([reply, second])
    await expect(send({ parent: 'comment_x', text: 'To nobody' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('the trap is spam, a closed or missing post takes nothing', async () => {
    expect((await send({ url: 'https://spam.example' })).state).toBe('spam')
    await expect(send({ post: 'nope' })).rejects.toMatchObject({ code: 'not_found' })
    time.now = closesAt(post)
    await expect(send()).rejects.toMatchObject({ code: 'conflict' })
  })

  test('one network, and one address, send only so many at once', async () => {
    const from = (n: number) =>
      addComment(
        formOf({ email: `r${n}@example.com`, text: `Number ${n}` }),
        { address: '203.0.113.9' },
        clock,
      )
    for (let n = 0; n < 6; n++) await from(n)
    await expect(from(6)).rejects.toMatchObject({ code: 'too_many' })
    for (let n = 0; n < 6; n++) await send({ email: 'cy@example.com', text: `Cy ${n}` })
    await expect(send({ email: 'cy@example.com', text: 'Cy again' })).rejects.toMatchObject({
      code: 'too_many',
    })
  })

  test('only the ticked newsletter box asks to confirm it', async () => {
    await send({ email: 'no@example.com', notify: 'on' })
    expect(await db.subscriber.count()).toBe(0)
    await send({ email: 'yes@example.com', newsletter: 'on' })
    await deliver()
    expect((await mailsTo('yes@example.com')).map(({ subject }) => subject)).toEqual([
      'Confirm that you want our mail',
    ])
    expect(await db.subscription.findMany()).toMatchObject([{ topic: 'newsletter', state: 'pending' }])
  })
})

describe('one’s own', () => {
  test('for 15 minutes by the cookie, then by a link that goes to the writer’s address alone', async () => {
    const { id } = await send()
    await editOwn(id, 'Changed *words*.', cookieOf(id), clock)
    expect((await ownComment(id, cookieOf(id), clock)).text).toBe('Changed *words*.')
    expect(await ownWaiting(post.slug, cookieOf(id).cookie, clock)).toMatchObject([{ id, waiting: true }])
    await expect(editOwn(id, 'x', { cookie: null }, clock)).rejects.toMatchObject({ code: 'forbidden' })
    time.now += 15 * minute
    await expect(editOwn(id, 'x', cookieOf(id), clock)).rejects.toMatchObject({ code: 'forbidden' })

    await askForOwnLink({ id, email: 'someone@example.com', address: '192.0.2.1' }, clock)
    await deliver()
    expect(await mailsTo('someone@example.com')).toEqual([])
    await askForOwnLink({ id, email: 'ANN@example.com', address: '192.0.2.1' }, clock)
    await deliver()
    const [mail] = await mailsTo('ann@example.com')
    const token = mail!.text.match(/token=([\w.-]+)/)![1]!
    await editOwn(id, 'By the link.', { cookie: null, token }, clock)
    const other = await send({ email: 'bo@example.com' })
    await expect(deleteOwn(other.id, { cookie: null, token }, clock)).rejects.toMatchObject({
      code: 'forbidden',
    })
    time.now += hour
    await expect(ownComment(id, { cookie: null, token }, clock)).rejects.toMatchObject({ code: 'gone' })
  })

  test('an edit is judged anew: links added to a published comment take it back into the queue', async () => {
    const id = await approved()
    await editOwn(id, 'https://a.example https://b.example https://c.example', cookieOf(id), clock)
    expect(await stateOf(id)).toBe('held')
    expect(await threadsOf(post.slug)).toEqual([])
  })

  test('a removed comment keeps nothing of its writer; its place stays only where others answered', async () => {
    const root = await approved()
    const reply = await approved({ parent: root, email: 'bo@example.com', name: 'Bo', text: 'An answer.' })
    await deleteOwn(root, cookieOf(root), clock)
    expect(await db.comment.findUnique({ where: { id: root } })).toMatchObject({
      name: '',
      email: '',
      text: '',
      emailHash: '',
    })
    const [thread] = await threadsOf(post.slug)
    expect(thread).toMatchObject({ removed: true, name: '', html: '' })
    await deleteOwn(reply, cookieOf(reply), clock)
    expect(await threadsOf(post.slug)).toEqual([])
  })
})

describe('notices', () => {
  test('answers are mailed after approval, once, never to their writer, and one press mutes the thread', async () => {
    const root = await approved({ notify: 'on' })
    const { id: reply } = await send({
      parent: root,
      email: 'bo@example.com',
      name: 'Bo',
      text: 'From the first step.',
      notify: 'on',
    })
    await deliver()
    expect(await mailsTo('ann@example.com')).toEqual([])
    await decide(staff, [reply], 'approve', clock)
    await decide(staff, [reply], 'spam', clock)
    await decide(staff, [reply], 'approve', clock)
    await deliver()
    const [mail, ...more] = await mailsTo('ann@example.com')
    expect(more).toEqual([])
    expect(mail!.subject).toBe('Bo answered: Reading a funnel')
    expect(mail!.text).toContain(`/blog/${post.slug}#${reply}`)
    expect(mail!.text).not.toContain('bo@example.com')
    expect(await mailsTo('bo@example.com')).toEqual([])

    const token = mail!.headers['List-Unsubscribe']!.match(/token=([\w.-]+)/)![1]!
    await unsubscribe(token, { wording: 'Mute', address: '' }, clock)
    await approved({ parent: root, email: 'cy@example.com', name: 'Cy', text: 'And the last one?' })
    await deliver()
    expect(await mailsTo('ann@example.com')).toHaveLength(1)
    expect((await mailsTo('bo@example.com')).map(({ subject }) => subject)).toEqual([
      'Cy answered: Reading a funnel',
    ])
  })

  test('staff decide from the mail; opening the link changes nothing, and a flood mails no more than ten', async () => {
    const { id } = await send()
    await deliver()
    const [mail] = await mailsTo('staff@example.com')
    const token = mail!.text.match(/token=([\w.-]+)/)![1]!
    expect((await readDecision(token, clock)).comment).toMatchObject({ id, state: 'held' })
    expect(await stateOf(id)).toBe('held')
    await decideByLink(token, 'approve', clock)
    expect(await stateOf(id)).toBe('approved')
    expect(await db.auditEntry.findFirst({ where: { subject: id } })).toMatchObject({
      actorId: staff.userId,
      action: 'comment.approve',
      subject: id,
    })
    for (let n = 0; n < 30; n++) await send({ email: `s${n}@example.com`, text: `Number ${n}` })
    await deliver()
    expect(await mailsTo('staff@example.com')).toHaveLength(10)
    time.now += 15 * day
    await expect(decideByLink(token, 'spam', clock)).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('moderation', () => {
  test('strangers and clients see and decide nothing', async () => {
    const { id } = await send()
    for (const who of [null, { ...staff, staff: false }]) {
      await expect(commentQueue(who, 'held', 1, clock)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(decide(who, [id], 'approve', clock)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(liftBan(who, id, clock)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await stateOf(id)).toBe('held')
  })

  test('a ban takes all of an address away and holds against its next comment, until it is lifted', async () => {
    const one = await approved()
    const two = await approved({ text: 'Another one.' })
    await decide(staff, [one], 'ban', clock)
    expect(await stateOf(two)).toBe('spam')
    expect(JSON.stringify(await db.commentBan.findMany())).not.toContain('ann')
    const { id, state } = await send({ text: 'Once more.', email: 'ANN@example.com' })
    expect(state).toBe('spam')
    await liftBan(staff, id, clock)
    expect((await send({ text: 'And again, please.' })).state).not.toBe('spam')
  })

  test('the filter learns from what staff decide', async () => {
    const words = ['pills', 'casino', 'watches', 'loans', 'bonus', 'followers']
    for (const [n, word] of words.entries()) {
      const { id } = await send({
        email: `s${n}@example.com`,
        name: 'Deals',
        text: `Buy cheap ${word} online now, best price, click`,
      })
      await decide(staff, [id], 'spam', clock)
      await approved({
        email: `a${n}@example.com`,
        text: `The ${word} event of our funnel has a window that confuses me.`,
      })
    }
    const bad = await send({
      email: 'a1@example.com',
      name: 'Deals',
      text: 'Best price online, buy cheap pills and click now',
    })
    expect(await db.comment.findUnique({ where: { id: bad.id } })).toMatchObject({
      state: 'spam',
      reasons: 'alike',
    })
    expect(
      (await send({ email: 'a1@example.com', text: 'What window has the funnel of an event?' })).state,
    ).toBe('approved')
  })

  test('three networks that report hide a comment until staff decide; what staff approved stays', async () => {
    await approved()
    const { id } = await send({ text: 'Published by itself.' })
    const report = (n: number) =>
      reportComment({ id, why: 'It is advertising', address: `198.51.100.${n}` }, clock)
    await report(1)
    await report(1)
    await report(2)
    expect(await stateOf(id)).toBe('approved')
    expect((await commentQueue(staff, 'reported', 1, clock)).rows).toMatchObject([
      { id, reports: ['It is advertising', 'It is advertising'] },
    ])
    await report(3)
    expect(await stateOf(id)).toBe('held')
    await decide(staff, [id], 'approve', clock)
    await report(4)
    expect(await stateOf(id)).toBe('approved')
  })

  test('what nobody rescued from spam is forgotten after 30 days; what was decided loses its address', async () => {
    const undecided = await send({ url: 'x' })
    const decided = await send({ email: 'bo@example.com', text: 'Buy this' })
    await decide(staff, [decided.id], 'spam', clock)
    await forgetSpam(clock() + 31 * day)
    expect(await stateOf(undecided.id)).toBeUndefined()
    expect(await db.comment.findUnique({ where: { id: decided.id } })).toMatchObject({
      email: '',
      emailHash: '',
      text: 'Buy this',
    })
  })
})

test('what everybody can read has no address in it, in the page’s data or the feed', async () => {
  await approved({ text: 'Hello <b>& all</b>', website: 'ann.example' })
  const threads = JSON.stringify(await threadsOf(post.slug))
  const feed = atom(await commentsFeed(post, 'https://firsthand.example'))
  for (const text of [threads, feed]) expect(text).not.toMatch(/ann@example|@/i)
  expect(parseAtomFeed(feed).entries).toMatchObject([
    {
      title: { value: 'Ann on Reading a funnel' },
      content: { value: '<p>Hello &lt;b&gt;&amp; all&lt;/b&gt;</p>' },
    },
  ])
})
