import type { Metadata } from 'next'
import Link from 'next/link'
import { Folded, NameField, Picked, ValueField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { AbResult } from './ab-result'

export const metadata: Metadata = { title: 'A/B test' }

export default async function AbTest(props: PageProps) {
  const page = await reportHere('ab', props)
  const { form } = page
  return (
    <ReportFrame
      page={page}
      form={
        <ReportForm page={page} without={['compare', 'segment']}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
            <NameField form={form} path="property" label="Property with the variation" of="properties" />
            <Picked form={form} path="goal" label="Goal" />
            <ValueField
              form={form}
              path="baseline"
              label="Baseline"
              placeholder="original, control, or the largest"
            />
          </div>
          <fieldset className="mt-3">
            <legend className="mb-2 text-[0.9375rem] text-soft">
              Stated before the test begins, and not changed while it runs:
            </legend>
            <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-3">
              <ValueField
                form={form}
                path="expected"
                fallback="5"
                label="Rate of the baseline, percent"
                inputMode="decimal"
              />
              <ValueField
                form={form}
                path="effect"
                fallback="20"
                label="Smallest change worth finding, percent of it"
                inputMode="decimal"
              />
              <ValueField form={form} path="until" label="Runs until" type="date" />
            </div>
          </fieldset>
          <Folded summary="What must not get worse" open={form.has('guards')}>
            <div className="grid gap-x-4 gap-y-1 sm:grid-cols-3">
              {form.rows('guards', { most: 3 }).map((row, at) => (
                <Picked key={row} form={form} path={row} label={`Guardrail ${at + 1}`} blank="None" />
              ))}
            </div>
          </Folded>
          <p className="mt-2 text-[0.9375rem] text-soft">
            How it is reckoned, and why looking early is refused:{' '}
            <Link href="/docs/ab-tests" className="link">
              the method
            </Link>
            .
          </p>
        </ReportForm>
      }
    >
      <AbResult page={page} />
    </ReportFrame>
  )
}
