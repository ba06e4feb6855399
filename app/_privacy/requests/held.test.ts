import { expect, it } from 'vitest'
import { Prisma } from '../../../prisma/generated/client'
import { held, notHeld } from './held'

/** Column names that say whose a row is. */
const personal = /^(email|emailHash|to|toHash|userId|subscriberId|actorId|identityHash)$/

const columnsOf = (model: string): string[] =>
  Object.keys((Prisma as unknown as Record<string, object>)[`${model}ScalarFieldEnum`]!)

it('every table that names people is in the archive and in the erasure, or says why not', () => {
  const naming = Object.keys(Prisma.ModelName).filter(model =>
    columnsOf(model).some(name => personal.test(name)),
  )
  expect(naming.length).toBeGreaterThan(8)
  const known = [...held.map(({ model }) => model), ...Object.keys(notHeld)]
  expect(naming.filter(model => !known.includes(model))).toEqual([])
})

it('what it says of a table is so', () => {
  for (const { model, by, column = by, omit = [] } of held)
    expect(columnsOf(model), model).toEqual(expect.arrayContaining([column, ...omit]))
})

it('no hash or secret is in an archive', () => {
  const secret = /hash|password|token|secret|network/i
  for (const { model, omit = [] } of held) {
    const shown = columnsOf(model).filter(name => secret.test(name) && !omit.includes(name))
    expect(
      shown.filter(name => !(model === 'ConsentRecord' && name === 'network')),
      model,
    ).toEqual([])
  }
})
