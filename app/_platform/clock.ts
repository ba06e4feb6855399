/** Milliseconds since the Unix epoch, UTC. Passed in wherever a rule depends on time, so tests can move it. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
