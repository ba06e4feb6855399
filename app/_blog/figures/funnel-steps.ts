/**
 * The steps of a funnel that a person's events count for (kissmetrics.md, 4.2). Steps are matched in order, each
 * after the one before it.
 * @param events what the person did, in time order
 * @param skipping without it a person counts up to the first step that is missing; with it, a missing step is
 *   passed over and the next one is searched after the last that matched
 */
export function funnelSteps(
  events: readonly string[],
  steps: readonly string[],
  skipping: boolean,
): string[] {
  const matched: string[] = []
  let after = 0
  for (const step of steps) {
    const at = events.indexOf(step, after)
    if (at >= 0) {
      matched.push(step)
      after = at + 1
    } else if (!skipping) break
  }
  return matched
}
