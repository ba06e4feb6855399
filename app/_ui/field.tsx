import type { ComponentProps, ReactNode } from 'react'

type Shared = {
  /** Also the id that an error summary links to, unless `id` is given. */
  name: string
  label: ReactNode
  id?: string
  /** What happens to the value, or what it should look like. Below the field. */
  help?: ReactNode
  /** What is wrong with what was typed. Beside the label, and in the summary on top. */
  error?: string
}

const control =
  'min-h-11 w-full rounded-md border border-edge bg-sheet px-3 py-2 text-ink hover:border-signal aria-[invalid=true]:border-2 aria-[invalid=true]:border-bad'

/** One question with a text answer. Every attribute of `<input>` is passed on. */
export function Field({
  name,
  label,
  id = name,
  help,
  error,
  className,
  type = 'text',
  ...rest
}: Shared & ComponentProps<'input'>) {
  return (
    <Labelled {...{ label, id, help, error, className }}>
      <input type={type} name={name} {...described(id, help, error)} className={control} {...rest} />
    </Labelled>
  )
}

/** One question with a long answer. */
export function TextField({
  name,
  label,
  id = name,
  help,
  error,
  className,
  ...rest
}: Shared & ComponentProps<'textarea'>) {
  return (
    <Labelled {...{ label, id, help, error, className }}>
      <textarea name={name} rows={5} {...described(id, help, error)} className={control} {...rest} />
    </Labelled>
  )
}

/** One question with a few answers: `children` are its `<option>`s. */
export function SelectField({
  name,
  label,
  id = name,
  help,
  error,
  className,
  ...rest
}: Shared & ComponentProps<'select'>) {
  return (
    <Labelled {...{ label, id, help, error, className }}>
      <select name={name} {...described(id, help, error)} className={`${control} pr-8`} {...rest} />
    </Labelled>
  )
}

/** One thing to agree to; never ticked beforehand. */
export function CheckField({
  name,
  label,
  id = name,
  help,
  error,
  className,
  ...rest
}: Shared & ComponentProps<'input'>) {
  return (
    <div className={className}>
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          name={name}
          {...described(id, help, error)}
          className="mt-0.5 size-5 shrink-0 accent-signal"
          {...rest}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      <Remarks {...{ id, help, error }} className="ml-8" />
    </div>
  )
}

function Labelled({
  label,
  id,
  help,
  error,
  className,
  children,
}: Omit<Shared, 'name'> & { className?: string; children: ReactNode; id: string }) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {children}
      <Remarks {...{ id, help, error }} />
    </div>
  )
}

function Remarks({
  id,
  help,
  error,
  className = '',
}: Pick<Shared, 'help' | 'error'> & { id: string; className?: string }) {
  return (
    <>
      {error && (
        <p
          id={`${id}-error`}
          className={`mt-1 border-l-2 border-bad pl-2 text-[0.9375rem] font-semibold text-bad ${className}`}
        >
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className={`mt-1 text-[0.9375rem] text-soft ${className}`}>
          {help}
        </p>
      )}
    </>
  )
}

function described(id: string, help: ReactNode, error: string | undefined) {
  const by = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': by || undefined, 'aria-invalid': error ? true : undefined } as const
}
