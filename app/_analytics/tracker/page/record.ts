import { isFunction, send } from './send'

/** An event with properties; without a name, the same as `set`. The properties may be left out. */
export function record(name?: unknown, properties?: unknown, done?: unknown): void {
  if (isFunction(properties)) record(name, {}, properties)
  else if (name && typeof name !== 'object') send({ _n: `${name}` }, properties, done)
  else set(name || properties, done || properties)
}

/** Properties of the person, without an event; nothing is sent when there are none. */
export function set(properties?: unknown, done?: unknown): void {
  if (!Object.values(properties || {}).every(isFunction)) send({}, properties, done)
}
