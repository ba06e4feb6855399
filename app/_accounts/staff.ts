import { AppError } from '@/_platform/errors'
import type { Viewer } from './viewer'

/** @throws AppError 'forbidden' to anyone but the people who run this deployment */
export function assertStaff(viewer: Viewer | null): asserts viewer is Viewer & { staff: true } {
  if (!viewer?.staff) throw new AppError('forbidden', 'This is for staff.')
}
