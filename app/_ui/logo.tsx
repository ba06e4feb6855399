import { brand } from '../brand'
import { hand } from './logo-shape'

/** The mark alone: decoration beside a name. */
export function Mark({ className = 'h-6 w-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <path className="fill-signal" d={hand.cuff} />
      <path className="fill-ink" d={hand.fist} />
    </svg>
  )
}

/** The mark and the name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2">
      <Mark className="h-8 w-8" />
      <span className="font-display text-[1.375rem] leading-none sm:text-[1.5rem] tracking-[-0.015em] text-ink">
        {brand.name}
      </span>
    </span>
  )
}
