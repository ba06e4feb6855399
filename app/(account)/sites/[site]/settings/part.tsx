import type { ReactNode } from 'react'
import { CheckField, TextField } from '@/_ui/field'
import type { Typed } from './form-fields'

/** What every part of the form gets. */
export type PartProps = { typed: Typed; errorOf: (field: string) => string | undefined }

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-5 font-display text-2xl">{title}</legend>
      <div className="space-y-6">{children}</div>
    </fieldset>
  )
}

/** A box that is ticked where the setting is on. */
export function Switch({
  name,
  label,
  help,
  typed,
  errorOf,
}: PartProps & { name: string; label: string; help?: ReactNode }) {
  return (
    <CheckField
      name={name}
      label={<span className="font-semibold">{label}</span>}
      help={help}
      defaultChecked={typed[name] === 'on'}
      error={errorOf(name)}
    />
  )
}

/** A list with one entry a line. */
export function Lines({
  name,
  label,
  help,
  typed,
  errorOf,
}: PartProps & { name: string; label: string; help: ReactNode }) {
  return (
    <TextField
      name={name}
      label={label}
      help={help}
      rows={Math.min(8, Math.max(3, (typed[name] ?? '').split('\n').length + 1))}
      spellCheck={false}
      autoCapitalize="none"
      defaultValue={typed[name]}
      error={errorOf(name)}
    />
  )
}
