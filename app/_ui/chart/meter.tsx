/** A share of one as a bar, beside the figure that says it; decoration for those who do not see it. */
export function Meter({ share }: { share: number | null }) {
  const width = Math.max(0, Math.min(1, share ?? 0)) * 100
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="meter"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="8" />
      <rect width={width} height="8" />
    </svg>
  )
}
