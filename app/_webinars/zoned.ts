/** Minutes that `zone` (an IANA name) is ahead of UTC at `at`, Unix ms. */
function offset(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/**
 * The instant, Unix ms, of a local time such as `2026-12-10T10:00` in an IANA zone. A time that the clock skips
 * is read an hour later; of a time that comes twice, the first is meant.
 */
export function instantIn(zone: string, local: string): number {
  const asUtc = Date.parse(`${local}Z`)
  const [early, late] = [asUtc - 86_400_000, asUtc + 86_400_000].map(at => asUtc - offset(zone, at) * 60_000)
  const fits = [early!, late!].sort((a, b) => a - b).find(at => asUtc - offset(zone, at) * 60_000 === at)
  return fits ?? early!
}
