import type { Viewer } from '@/_accounts/viewer'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { siteFor, siteToChange } from '../sites.data'

/** What a new site needs, in order. */
export const checklistSteps = ['name', 'install', 'notice', 'people'] as const
export type ChecklistStepName = (typeof checklistSteps)[number]

export type ChecklistItem = { step: ChecklistStepName; done: boolean }

export const isStep = (text: string): text is ChecklistStepName => checklistSteps.some(step => step === text)

/**
 * How far a site has come. What can be seen is looked at each time; what somebody did or put aside is remembered.
 * @param seen.hits whether anything has arrived
 * @throws AppError as siteFor
 */
export async function checklistOf(
  viewer: Viewer | null,
  siteId: string,
  seen: { hits: boolean },
): Promise<ChecklistItem[]> {
  const site = await siteFor(viewer, siteId)
  const [rows, members] = await Promise.all([
    db().checklistStep.findMany({ where: { siteId } }),
    db().member.count({ where: { accountId: site.accountId } }),
  ])
  const kept = new Set(rows.map(row => row.step))
  const visible: Partial<Record<ChecklistStepName, boolean>> = { install: seen.hits, people: members > 1 }
  return checklistSteps.map(step => ({ step, done: kept.has(step) || visible[step] === true }))
}

/**
 * Remembers that a step was done, or put aside.
 * @throws AppError as siteToChange
 */
export async function tickOff(
  viewer: Viewer | null,
  siteId: string,
  step: string,
  clock: Clock = systemClock,
): Promise<void> {
  await siteToChange(viewer, siteId, 'checklist.tick', clock)
  if (!isStep(step)) throw new AppError('invalid', 'There is no such step.')
  await db().checklistStep.upsert({
    where: { siteId_step: { siteId, step } },
    create: { siteId, step, at: new Date(clock()) },
    update: {},
  })
}
