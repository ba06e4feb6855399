import { KM } from '../page/library'
import { safe } from '../page/safe'
import { isChosen } from '../page/settings'
import type { Properties } from '../page/types'
import { type Field, formProperties } from './forms'

/** Where a command looks: an element, an id with or without `#`, a class, or any CSS selector. */
export type Target = string | Element

/** The element at or above the event's that was asked for; a bare word is an id, as it was in Kissmetrics. */
function found(event: Event, where: Target): Element | null {
  const origin = event.target as Element
  if (typeof where !== 'string') return where.contains(origin) ? where : null
  return origin.closest ? origin.closest(/^[\w-]+$/.test(where) ? `#${where}` : where) : null
}

/** Listens once for all elements there are and will be, before any handler of the page can stop the event. */
function listen(type: string, where: Target, act: (element: Element, event: Event) => void, late?: boolean) {
  document.addEventListener(
    type,
    safe(event => {
      const element = found(event, where)
      if (element) act(element, event)
    }),
    !late,
  )
}

/** Acts when the mouse goes down on it, or the keyboard clicks it. */
export function onClick(where: Target, act: () => void): void {
  listen('mousedown', where, act)
  listen('click', where, (_, event) => {
    if (!(event as MouseEvent).detail) act()
  })
}

/** Acts when a form is submitted, with its fields where the site wants them. */
export function onSubmit(where: Target, act: (fields: Properties) => void): void {
  listen('submit', where, form => {
    const elements = (form as HTMLFormElement).elements as unknown as ArrayLike<Field>
    const identify = (value: string) => {
      if (!KM.gc('ni')) KM.identify(value)
    }
    act(isChosen('FORM_FIELDS') ? formProperties(elements, identify) : {})
  })
}

export const trackClick = (where: Target, name: string, properties?: Properties): void =>
  onClick(where, () => KM.record(name, properties))

export const trackSubmit = (where: Target, name: string, properties?: Properties): void =>
  onSubmit(where, fields => KM.record(name, { ...properties, ...fields }))

/** Records, and leaves for the link's address after 250 ms, unless it opens elsewhere or the page took over. */
export function trackClickOnOutboundLink(where: Target, name: string, properties?: Properties): void {
  const act = (element: Element, event: Event) => {
    KM.record(name, properties)
    const link = element.closest('[href]') as HTMLAnchorElement | null
    const { shiftKey, altKey, ctrlKey, metaKey, defaultPrevented } = event as MouseEvent
    if (!link || link.target || shiftKey || altKey || ctrlKey || metaKey || defaultPrevented) return
    event.preventDefault()
    setTimeout(() => {
      location.href = link.href
    }, 250)
  }
  listen('click', where, act, true)
}
