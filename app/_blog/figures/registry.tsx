import type { ComponentType } from 'react'
import { CertaintyBySample } from './certainty-by-sample'
import { FunnelSequences } from './funnel-sequences'
import { LaunchDays } from './launch-days'
import { MergeSteps } from './merge-steps'
import { OwnVisitors } from './own-visitors'
import { RateRange } from './rate-range'
import { ReadSpeed } from './read-speed'
import { RetentionGrid } from './retention-grid'
import { TrackerCookies } from './tracker-cookies'
import { VerdictTable } from './verdict-table'
import { WriteSpeed } from './write-speed'

/** Every figure that a page may name. */
export const figures = {
  'certainty-by-sample': CertaintyBySample,
  'funnel-sequences': FunnelSequences,
  'launch-days': LaunchDays,
  'merge-steps': MergeSteps,
  'own-visitors': OwnVisitors,
  'rate-range': RateRange,
  'read-speed': ReadSpeed,
  'retention-grid': RetentionGrid,
  'tracker-cookies': TrackerCookies,
  'verdict-table': VerdictTable,
  'write-speed': WriteSpeed,
} satisfies Record<string, ComponentType>

export type FigureName = keyof typeof figures
