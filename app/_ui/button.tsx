import Link from 'next/link'
import type { ComponentProps } from 'react'

type Look = {
  /** One `primary` a page; `quiet` for the other choices; `bare` reads like a link. */
  look?: 'primary' | 'quiet' | 'bare'
  small?: boolean
}

const classes = ({ look = 'primary', small }: Look, extra = '') =>
  `button button-${look}${small ? ' button-small' : ''} ${extra}`.trim()

/** A button that acts. Its text is a verb. */
export function Button({
  look,
  small,
  className,
  type = 'submit',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button type={type} className={classes({ look, small }, className)} {...rest} />
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ look, small, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={classes({ look, small }, className)} {...rest} />
}
