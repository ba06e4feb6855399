import type { Core } from './types'

window.KM ||= {} as Core

/** `window.KM`: the one object that the core, the rest and the page share. */
export const KM = window.KM
