/**
 * Singletons of the one process. The server entry and Next's bundles each load their own copy of a module;
 * what must exist once (the store, the page cache, the database client) is put here by the server at start.
 */
const slot = Symbol.for('firsthand.shared')
const processWide = globalThis as typeof globalThis & { [slot]?: Map<string, unknown> }
processWide[slot] ??= new Map()
const registry = processWide[slot]

export function share<T>(name: string, value: T): T {
  registry.set(name, value)
  return value
}

/** Throws when the server has not started that part: a build or a script that reads live data is a mistake. */
export function shared<T>(name: string): T {
  if (!registry.has(name)) throw new Error(`"${name}" runs only inside the server`)
  return registry.get(name) as T
}

/** Makes the value on first use and keeps it for the life of the process. */
export function sharedOnce<T>(name: string, make: () => T): T {
  if (!registry.has(name)) registry.set(name, make())
  return registry.get(name) as T
}
