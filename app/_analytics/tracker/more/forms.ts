/** What is asked of a form's element: an input, a select, or whatever else stands in a form. */
export type Field = {
  tagName: string
  type?: string
  name?: string
  className?: string
  checked?: boolean
  value?: string
  autocomplete?: string
  selectedOptions?: ArrayLike<{ value: string; text: string }>
}

const clean = (name: string) => name.replace(/\[|\]|[_\\-]/g, '').toLowerCase()

const sensitive =
  /pass|billing|credit|card|^cc|ccnum|exp|seccode|security|cvc|cvv|ssn|socialsec|socsec|csc|iban|^pin|pin$|token|otp/

/** Whether a field's name says that it holds who the visitor is. */
export const isIdentity = (field: Field): boolean =>
  /userid|login|username|email/.test(clean(field.name || ''))

/** Whether a field may be recorded: the decision of kissmetrics.md 2.8, in its order. */
export function isRecorded(field: Field): boolean {
  const { tagName, type = 'text', name, className = '', checked } = field
  if (!name || type === 'password') return false
  if (/\bkm_include\b/.test(className)) return true
  if (/\bkm_ignore\b/.test(className)) return false
  if (!/^(input|select)$/i.test(tagName)) return false
  const choice = /^(radio|checkbox)$/.test(type)
  const text = /^(text|email|tel|number|search|url)$/.test(type)
  if (/^input$/i.test(tagName) && !choice && !text && !isIdentity(field)) return false
  if (sensitive.test(clean(name)) || /^cc-/.test(field.autocomplete || '')) return false
  return !choice || !!checked
}

function valuesOf(field: Field): string[] {
  if (!field.selectedOptions) return [field.value || '']
  return Array.from(field.selectedOptions, option => option.value || option.text)
}

/**
 * The properties that a form's fields make. Names ending in `[]` are gathered: commas in their values become
 * blanks, the values are sorted and joined by ','.
 * @param identify gets the value of an identity field
 */
export function formProperties(
  fields: ArrayLike<Field>,
  identify: (value: string) => void,
): Record<string, string> {
  const properties: Record<string, string> = {}
  const gathered: Record<string, string[]> = {}
  for (const field of Array.from(fields).filter(isRecorded)) {
    const name = field.name!
    const values = valuesOf(field)
    if (/\[\]$/.test(name)) {
      gathered[name] = [...(gathered[name] || []), ...values.map(value => value.replace(/,/g, ' '))].sort()
      properties[name] = gathered[name].join()
    } else properties[name] = values.join()
    if (isIdentity(field) && values[0]) identify(values[0])
  }
  return properties
}
