'use client'

import { useEffect, useRef } from 'react'

/**
 * What is wrong with a form, on top of it, each linking to its field. Takes the focus: by `autofocus` where
 * there is no script, by an effect where there is.
 */
export function ErrorSummary({
  title = 'Not sent yet',
  errors,
}: {
  title?: string
  errors: { field: string; message: string }[]
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the answer to a refused form begins with what is wrong
      autoFocus
      className="mb-6 rounded-md border border-bad bg-bad-wash p-4"
    >
      <h2 className="font-sans text-base font-semibold tracking-normal">{title}</h2>
      <ul className="mt-2 space-y-1">
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`} className="text-bad underline underline-offset-2">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
