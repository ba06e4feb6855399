/**
 * The version in force at a time: the last one whose day (UTC) has begun, or, before the first, that one.
 * @param now Unix milliseconds
 * @returns undefined when there is none at all
 */
export function versionInForce<V extends { effective: string }>(versions: V[], now: number): V | undefined {
  const today = new Date(now).toISOString().slice(0, 10)
  const inOrder = [...versions].sort((one, other) => one.effective.localeCompare(other.effective))
  return inOrder.findLast(version => version.effective <= today) ?? inOrder[0]
}
