import { z } from 'zod'

/** How a value is compared. Those on numbers leave out values that are none. */
export const comparisons = {
  equals: 'is',
  'equals-not': 'is not',
  contains: 'contains',
  'contains-not': 'does not contain',
  begins: 'begins with',
  ends: 'ends with',
  any: 'has a value',
  empty: 'is empty',
  none: 'has no value',
  more: 'is more than',
  'at-least': 'is at least',
  less: 'is less than',
  'at-most': 'is at most',
} as const

export type Comparison = keyof typeof comparisons

export const numeric: readonly Comparison[] = ['more', 'at-least', 'less', 'at-most']
const without: readonly Comparison[] = ['any', 'empty', 'none']

const name = (what: string) =>
  z
    .string({ error: `Choose ${what}.` })
    .trim()
    .toLowerCase()
    .min(1, `Choose ${what}.`)
    .max(255, 'A name has at most 255 characters.')

export const eventName = name('an event')
export const propertyName = name('a property')

/** A test of one property's value. */
export const condition = z
  .object({
    property: propertyName,
    is: z.enum(Object.keys(comparisons) as [Comparison, ...Comparison[]]).default('equals'),
    value: z.string().max(512, 'A value has at most 512 characters.').default(''),
  })
  .superRefine(({ is, value }, wrong) => {
    const fault = (message: string) => wrong.addIssue({ code: 'custom', path: ['value'], message })
    if (numeric.includes(is) && (value === '' || !Number.isFinite(Number(value))))
      fault('Give a number to compare with.')
    else if (value === '' && !without.includes(is)) fault('Give a value to compare with.')
  })

export type Condition = z.infer<typeof condition>

/** An event, and what its own properties must be. */
export const picked = z.object({ event: eventName, where: z.array(condition).max(5).default([]) })
export type Picked = z.infer<typeof picked>

/**
 * A test of a value as text, undefined for none. Text compares as it was sent, case and all (kissmetrics.md 1.4);
 * `contains`, `begins` and `ends` pass over case.
 */
export function tester({ is, value }: Condition): (text: string | undefined) => boolean {
  const lower = value.toLowerCase()
  const number = Number(value)
  const compare = (test: (given: number) => boolean) => (text: string | undefined) =>
    text !== undefined && text.trim() !== '' && test(Number(text))
  switch (is) {
    case 'equals':
      return text => text === value
    case 'equals-not':
      return text => text !== value
    case 'contains':
      return text => text?.toLowerCase().includes(lower) ?? false
    case 'contains-not':
      return text => !text?.toLowerCase().includes(lower)
    case 'begins':
      return text => text?.toLowerCase().startsWith(lower) ?? false
    case 'ends':
      return text => text?.toLowerCase().endsWith(lower) ?? false
    case 'any':
      return text => text !== undefined
    case 'empty':
      return text => text === ''
    case 'none':
      return text => text === undefined
    case 'more':
      return compare(given => given > number)
    case 'at-least':
      return compare(given => given >= number)
    case 'less':
      return compare(given => given < number)
    case 'at-most':
      return compare(given => given <= number)
  }
}
