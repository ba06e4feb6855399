import type { ComponentType } from 'react'
import { CertaintyBySample } from './certainty-by-sample'
import { FunnelSequences } from './funnel-sequences'
import { LaunchDays } from './launch-days'
import { OwnVisitors } from './own-visitors'
import { ReadSpeed } from './read-speed'
import { RetentionGrid } from './retention-grid'
import { WriteSpeed } from './write-speed'

/** Every figure that a page may name. */
export const figures = {
  'certainty-by-sample': CertaintyBySample,
  'funnel-sequences': FunnelSequences,
  'launch-days': LaunchDays,
  'own-visitors': OwnVisitors,
  'read-speed': ReadSpeed,
  'retention-grid': RetentionGrid,
  'write-speed': WriteSpeed,
} satisfies Record<string, ComponentType>

export type FigureName = keyof typeof figures
