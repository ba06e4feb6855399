import type { ComponentProps, ReactNode } from 'react'
import { comparisons } from '@/_analytics/reports/definition/condition'
import { CheckField, Field, SelectField } from '@/_ui/field'
import type { FormState } from './form-state'

/** With more names than this a list is typed into rather than opened. */
const mostOptions = 150

type NameProps = {
  form: FormState
  /** The field's name, such as `steps.0.event`. */
  path: string
  label: ReactNode
  of: 'events' | 'properties'
  /** What leaving it open means; without it one must be chosen. */
  blank?: string
  className?: string
}

/** A choice of an event or a property of the site. A name that the site does not know stays where it was typed. */
export function NameField({ form, path, label, of, blank, className }: NameProps) {
  const names = form.names[of]
  const value = form.value(path) ?? ''
  const shared = { name: path, label, error: form.error(path), className }
  if (names.length > mostOptions)
    return <Field {...shared} defaultValue={value} list={`known-${of}`} autoComplete="off" />
  const options = value && !names.includes(value) ? [value, ...names] : names
  return (
    <SelectField {...shared} defaultValue={value}>
      {(blank !== undefined || !value) && <option value="">{blank ?? 'Choose one'}</option>}
      {options.map(name => (
        <option key={name}>{name}</option>
      ))}
    </SelectField>
  )
}

/** The lists that long menus are typed into; once a page. */
export function KnownNames({ form }: { form: FormState }) {
  return (['events', 'properties'] as const).map(of =>
    form.names[of].length > mostOptions ? (
      <datalist key={of} id={`known-${of}`}>
        {form.names[of].map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
    ) : null,
  )
}

/** A choice among a few words. */
export function ChoiceField({
  form,
  path,
  label,
  choices,
  fallback,
  className,
}: {
  form: FormState
  path: string
  label: ReactNode
  choices: Readonly<Record<string, string>>
  fallback: string
  className?: string
}) {
  return (
    <SelectField
      name={path}
      label={label}
      defaultValue={form.value(path) ?? fallback}
      error={form.error(path)}
      className={className}
    >
      {Object.entries(choices).map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  )
}

/** An answer that is typed. Every attribute of `Field` but what the form's state decides is passed on. */
export function ValueField({
  form,
  path,
  fallback,
  ...rest
}: { form: FormState; path: string; fallback?: string } & Omit<
  ComponentProps<typeof Field>,
  'name' | 'defaultValue' | 'error' | 'form'
>) {
  return <Field name={path} defaultValue={form.value(path) ?? fallback} error={form.error(path)} {...rest} />
}

/** A box to tick, on the line of the fields beside it. */
export function TickField({ form, path, label }: { form: FormState; path: string; label: string }) {
  return (
    <div className="flex items-end pb-2">
      <CheckField name={path} value="1" defaultChecked={form.value(path) === '1'} label={label} />
    </div>
  )
}

/** Tests of properties, and room for one more. */
export function Conditions({ form, path, most = 5 }: { form: FormState; path: string; most?: number }) {
  return (
    <div className="space-y-3">
      {form.rows(path, { most }).map(row => (
        <Condition key={row} form={form} path={row} />
      ))}
    </div>
  )
}

export function Condition({ form, path }: { form: FormState; path: string }) {
  return (
    <div className="grid gap-2 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,5fr)]">
      <NameField form={form} path={`${path}.property`} label="Property" of="properties" blank="Any" />
      <ChoiceField
        form={form}
        path={`${path}.is`}
        label="Comparison"
        choices={comparisons}
        fallback="equals"
      />
      <ValueField form={form} path={`${path}.value`} label="Value" maxLength={512} />
    </div>
  )
}

/** An event and, folded away until there is one, the tests of its properties. */
export function Picked({
  form,
  path,
  label,
  blank,
}: {
  form: FormState
  path: string
  label: ReactNode
  blank?: string
}) {
  return (
    <div>
      <NameField form={form} path={`${path}.event`} label={label} of="events" blank={blank} />
      <Folded
        summary={form.has(`${path}.where`) ? 'Only with these properties' : 'Only with a property'}
        open={form.has(`${path}.where`) || form.isWrong(`${path}.where`)}
      >
        <Conditions form={form} path={`${path}.where`} />
      </Folded>
    </div>
  )
}

/** Part of a form that most reports leave alone. */
export function Folded({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-9 items-center text-[0.9375rem] text-signal hover:text-signal-deep">
        <span className="underline decoration-signal/45 underline-offset-4">{summary}</span>
      </summary>
      <div className="mt-2 mb-3 border-l-2 border-rule pl-4">{children}</div>
    </details>
  )
}
