'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, SelectField } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import type { FormState } from './form-state'

export type FieldSpec = {
  name: string
  label: string
  /** 'check' is one box; 'select' needs options. */
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'check' | 'select'
  help?: string
  value?: string
  options?: { value: string; text: string }[]
  autoComplete?: string
  required?: boolean
}

type Props = {
  act: (before: FormState, data: FormData) => Promise<FormState>
  /** Sent along: which thing the form is about. */
  about?: Record<string, string>
  fields?: FieldSpec[]
  button: string
  look?: 'primary' | 'quiet' | 'bare'
  /** Above the errors. */
  failed?: string
  className?: string
}

/** A form of a few fields. Works as a plain form; with script the answer comes without a new page. */
export function FieldsForm({
  act,
  about = {},
  fields = [],
  button,
  look = 'quiet',
  failed,
  className = '',
}: Props) {
  const [{ typed, errors, done, shown }, send, pending] = useActionState(act, { typed: {}, errors: [] })
  const prefix = Object.values(about).join('-')
  const idOf = (name: string) => (prefix ? `${prefix}-${name}` : name)
  return (
    <form action={send} noValidate className={`space-y-4 ${className}`}>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary
        title={failed ?? 'Nothing was changed'}
        errors={errors.map(error => ({ ...error, field: idOf(error.field) }))}
      />
      {done && (
        <Notice kind="good" title={done}>
          {shown && <code className="font-mono text-[0.9375rem] break-all select-all">{shown}</code>}
        </Notice>
      )}
      {fields.map(({ name, label, type = 'text', help, value = '', options = [], ...rest }) => {
        const first = errors.length > 0 && type !== 'password' ? (typed[name] ?? '') : value
        const error = errors.find(one => one.field === name)?.message
        const shared = { name, label, help, error, id: idOf(name), ...rest }
        const key = `${name} ${first} ${done ?? ''}`
        if (type === 'check') return <CheckField key={key} {...shared} defaultChecked={first === 'on'} />
        if (type === 'select')
          return (
            <SelectField key={key} {...shared} defaultValue={first}>
              {options.map(option => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </SelectField>
          )
        return <Field key={key} {...shared} type={type} defaultValue={type === 'password' ? '' : first} />
      })}
      <Button look={look} disabled={pending}>
        {button}
      </Button>
    </form>
  )
}
