import { expect, test } from '@playwright/test'
import { type Role, roles } from '@/_accounts/viewer'
import { doors } from '../testing/door-table'
import { dueAt, outcomeOf, Strangers } from '../testing/strangers'

const isRole = (needs: string): needs is Role => roles.some(role => role === needs)
const actions = Object.entries(doors).filter(
  ([name, { needs }]) => isRole(needs) && (name.includes('#') || name.startsWith('POST ')),
)

test('D2: what a role may not do answers 403 and stands in the audit log, under who tried', async () => {
  test.setTimeout(300_000)
  const world = await Strangers.make()
  try {
    const wrong: string[] = []
    let refusals = 0
    for (const role of roles) {
      const { id: actorId } = await world.db.user.findFirstOrThrow({
        where: { email: `${role}@strangers.example` },
      })
      const written = () =>
        world.db.auditEntry.count({
          where: { actorId, accountId: world.accountId, action: { endsWith: '.refused' } },
        })
      for (const [name, door] of actions) {
        if (dueAt(door, role) !== 403) continue
        const before = await written()
        const got = outcomeOf(await world.call(name, door, role))
        const after = await written()
        if (got !== 403) wrong.push(`${name} as ${role}: ${got}`)
        if (after <= before) wrong.push(`${name} as ${role} is not written down`)
        refusals++
      }
    }
    expect(wrong).toEqual([])
    expect(refusals).toBeGreaterThan(50)
    const log = await world.browsers.owner.open(`/account/audit?account=${world.accountId}`)
    expect(log.status).toBe(200)
    expect(log.html).toContain('refused')
  } finally {
    await world.close()
  }
})

test('D2: only the people who were invited see the account’s sites', async () => {
  test.setTimeout(300_000)
  const world = await Strangers.make()
  try {
    const name = 'Only for the invited'
    await world.db.site.update({ where: { id: world.names.site! }, data: { name } })
    for (const role of roles) expect((await world.browsers[role].open('/sites')).html).toContain(name)
    for (const who of ['nobody', 'other', 'staff'] as const)
      expect((await world.browsers[who].open('/sites')).html).not.toContain(name)
  } finally {
    await world.close()
  }
})
