import { isFunction, send } from './send'

/**
 * An event with properties, which may be left out. Without a name they are set as properties of the person,
 * without an event; nothing is sent when there are none.
 */
export function record(name?: unknown, properties?: unknown, done?: unknown): void {
  if (name && typeof name === 'object') set(name, properties)
  else if (isFunction(properties)) record(name, {}, properties)
  else if (name || !Object.values(properties || {}).every(isFunction))
    send(name ? { _n: `${name}` } : {}, properties, done)
}

export const set = (properties?: unknown, done?: unknown): void => record('', properties, done)
