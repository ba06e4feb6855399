import type { z } from 'zod'
import type { Preset, Range } from '../calendar'
import { type Nested, nested, type QueryParams, queryText } from './nested'
import { type AskedRange, type FieldError, readRange } from './range'

/** A definition, or what is wrong with it; `typed` is what the form shows either way. */
export type ReadDefinition<D> = {
  typed: { [name: string]: Nested }
  asked: AskedRange
  days: Range
  preset?: Preset
  definition?: D
  errors: FieldError[]
}

/**
 * Reads a report's definition from an address, where all of it stands.
 * @param today the site's day
 * @throws AppError 'invalid' as `nested` does
 */
export function readDefinition<D>(
  schema: z.ZodType<D>,
  params: QueryParams,
  today: string,
): ReadDefinition<D> {
  const typed = nested(params)
  const { errors: wrongRange, ...range } = readRange(typed, today)
  const parsed = schema.safeParse(typed)
  const errors = [...wrongRange]
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path.join('.')
    if (!errors.some(error => error.field === field)) errors.push({ field, message: issue.message })
  }
  if (errors.length > 0 || !parsed.success) return { typed, ...range, errors }
  return { typed, ...range, definition: parsed.data, errors }
}

/** The query string that says a definition over a range, and nothing else: its permalink. */
export const permalink = (definition: object, asked: AskedRange): string =>
  queryText({ ...definition, ...asked })
