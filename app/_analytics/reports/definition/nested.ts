import { AppError } from '@/_platform/errors'

/** An address's query as Next gives it. */
export type QueryParams = Record<string, string | string[] | undefined>

/** What a query says: texts, and lists and records of them. */
export type Nested = string | Nested[] | { [name: string]: Nested }

const most = { keys: 400, length: 2000 }
const part = /^(?:[a-z][a-zA-Z]{0,30}|\d{1,2})$/

/** A row of a form that was left blank says so by an empty field of one of these names. */
const heads = ['event', 'property', 'kind', 'calculation']

/**
 * Reads `steps.0.event=…&steps.0.where.0.is=…` as records and lists, so that a plain form can say a whole
 * definition. The last of several equal names counts; rows left blank are dropped; unknown shapes of names are
 * passed over.
 * @throws AppError 'invalid' for more than 400 names or a value of more than 2000 characters
 */
export function nested(params: QueryParams): { [name: string]: Nested } {
  const names = Object.keys(params)
  if (names.length > most.keys) throw new AppError('invalid', 'This address holds too many parts.')
  const root: Open = new Map()
  for (const name of names) {
    const given = params[name]
    const value = Array.isArray(given) ? given.at(-1) : given
    if (value === undefined) continue
    if (value.length > most.length)
      throw new AppError('invalid', `A value holds at most ${most.length} characters.`, name)
    const path = name.split('.')
    if (path.length <= 12 && path.every(one => part.test(one))) put(root, path, value.trim())
  }
  return closed(root) as { [name: string]: Nested }
}

type Open = Map<string, Open | string>

function put(node: Open, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    if (!(node.get(name) instanceof Map)) node.set(name, value)
    return
  }
  const inner = node.get(name)
  const next: Open = inner instanceof Map ? inner : new Map()
  node.set(name, next)
  put(next, rest, value)
}

function closed(node: Open | string): Nested {
  if (typeof node === 'string') return node
  const keys = [...node.keys()]
  if (keys.length > 0 && keys.every(key => /^\d/.test(key))) {
    const inOrder = keys.sort((a, b) => Number(a) - Number(b))
    return inOrder.map(key => closed(node.get(key)!)).filter(item => !isBlank(item))
  }
  return Object.fromEntries(keys.map(key => [key, closed(node.get(key)!)]))
}

function isBlank(item: Nested): boolean {
  if (typeof item === 'string') return item === ''
  if (Array.isArray(item)) return item.length === 0
  const head = heads.find(name => name in item)
  return head !== undefined && item[head] === ''
}

/** The query string that says a definition: what `nested` reads back. Undefined, empty and false parts are left out. */
export function queryText(definition: object): string {
  const query = new URLSearchParams()
  const add = (value: unknown, path: string): void => {
    if (value === undefined || value === null || value === '' || value === false) return
    if (typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) add(inner, path ? `${path}.${name}` : name)
    else query.set(path, value === true ? '1' : String(value))
  }
  add(definition, '')
  return query.toString()
}
