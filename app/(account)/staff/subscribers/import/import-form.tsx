'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, TextField } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { importFile } from './actions'

export function ImportForm() {
  const [{ error, found }, take, pending] = useActionState(importFile, {})
  return (
    <form action={take} noValidate className="max-w-[46rem] space-y-6">
      <ErrorSummary title="Nothing was imported" errors={error ? [{ field: 'file', message: error }] : []} />
      {found && (
        <Notice
          kind="good"
          title={`${found.added} added, ${found.unchanged} unchanged, ${found.refused.length} refused`}
        >
          {found.refused.length > 0 && (
            <ul className="mt-2 max-h-80 overflow-y-auto">
              {found.refused.slice(0, 500).map(({ line, why }) => (
                <li key={line}>
                  Line {line}: {why}.
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Field name="file" type="file" accept=".csv,text/csv" label="CSV file" error={error} />
      <TextField
        name="pasted"
        label="Or its lines"
        rows={6}
        className="[&_textarea]:font-mono [&_textarea]:text-sm"
      />
      <Button disabled={pending}>{pending ? 'Importing' : 'Import'}</Button>
    </form>
  )
}
