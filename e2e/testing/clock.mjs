/** Loaded before the server in tests that move its clock: every thread's time is CLOCK_AHEAD milliseconds ahead. */
const ahead = Number(process.env.CLOCK_AHEAD ?? 0)
const RealDate = Date

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + ahead] : given, newTarget),
  apply: target => new target(target.now() + ahead).toString(),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + ahead : Reflect.get(target, name, receiver),
})
