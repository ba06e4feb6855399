import { beforeAll, expect, it } from 'vitest'
import { ownSite, sitesOf } from '@/_analytics/sites.data'
import { day } from '@/_platform/clock'
import { useTestDb } from '../../e2e/testing/database'
import { createFirstStaff, firstStaffLink, firstStaffLinkWorks } from './first-staff'
import { readSession } from './sessions.data'

let now = Date.UTC(2026, 10, 2)
const clock = () => now

beforeAll(async () => {
  await useTestDb()
})

const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? ''
const person = {
  name: 'Sam',
  email: 'sam@example.com',
  password: 'a long enough password',
  address: '192.0.2.1',
  label: '',
}

it('a deployment without staff prints a link, which makes one owner of its own site, once', async () => {
  const first = tokenOf(await firstStaffLink(clock))
  const second = tokenOf(await firstStaffLink(clock))
  expect(await firstStaffLinkWorks(first, clock)).toBe(false)
  expect(await firstStaffLinkWorks(second, clock)).toBe(true)
  now += day
  expect(await firstStaffLinkWorks(second, clock)).toBe(false)
  await expect(createFirstStaff({ ...person, token: second }, clock)).rejects.toMatchObject({ code: 'gone' })

  const third = tokenOf(await firstStaffLink(clock))
  const racing = await Promise.allSettled([
    createFirstStaff({ ...person, token: third }, clock),
    createFirstStaff({ ...person, token: third, email: 'mallory@example.com' }, clock),
  ])
  const made = racing.filter(one => one.status === 'fulfilled')
  expect(made).toHaveLength(1)
  const viewer = await readSession(made[0]!.value, clock)
  expect(viewer).toMatchObject({ name: 'Sam', staff: true, memberships: [{ role: 'owner' }] })
  expect((await sitesOf(viewer)).map(site => site.id)).toEqual([(await ownSite()).id])

  expect(await firstStaffLinkWorks(third, clock)).toBe(false)
  expect(await firstStaffLink(clock)).toBeNull()
})
