import type { ReactNode } from 'react'

/** One figure with its name, as a pair of a `<dl>`. `note` says how it came about or what it is compared with. */
export function Stat({
  name,
  value,
  note,
  large,
  className = '',
}: {
  name: ReactNode
  value: ReactNode
  note?: ReactNode
  large?: boolean
  className?: string
}) {
  return (
    <div className={`flex flex-col ${className}`}>
      <dt className="eyebrow">{name}</dt>
      <dd
        className={`figures font-display tracking-[-0.02em] text-data ${large ? 'text-[3.5rem] leading-[1.05] sm:text-[4.5rem]' : 'text-[2.25rem] leading-tight'}`}
      >
        {value}
      </dd>
      {note && <dd className="text-sm text-soft">{note}</dd>}
    </div>
  )
}
