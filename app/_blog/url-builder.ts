import { z } from 'zod'

/** The three methods of the wire protocol (kissmetrics.md 1.1), by the path that each is sent to. */
export const methods = {
  record: { path: '/e', does: 'Record: a person did an event' },
  set: { path: '/s', does: 'Set: a person got properties' },
  alias: { path: '/a', does: 'Alias: two identities are one person' },
} as const

const text = z.string().trim().max(255).default('')

/** The form's fields; whatever is missing or unknown falls back, so that every address is a page. */
export const urlForm = z.object({
  method: z.enum(['record', 'set', 'alias']).catch('record'),
  key: text.catch(''),
  person: text.catch(''),
  event: text.catch(''),
  other: text.catch(''),
  /** One `name=value` a line. */
  properties: z.string().max(4000).default('').catch(''),
  /** A date and time, UTC, when it happened; empty means now. */
  time: z.string().max(30).default('').catch(''),
})

export type UrlForm = z.infer<typeof urlForm>

/** What is missing or wrong, by field, in words for the person filling the form in. */
export function urlProblems(form: UrlForm): Partial<Record<keyof UrlForm, string>> {
  const problems: Partial<Record<keyof UrlForm, string>> = {}
  if (!form.key) problems.key = 'Give the site’s key: it says where the hit belongs.'
  if (!form.person)
    problems.person = 'Give an identity: an email, a user name, any string that is theirs alone.'
  if (form.method === 'record' && !form.event) problems.event = 'Give the event’s name.'
  if (form.method === 'alias' && !form.other) problems.other = 'Give the other identity.'
  if (form.method === 'alias' && form.other && form.other === form.person)
    problems.other = 'The two identities are the same; there is nothing to join.'
  const reserved = propertiesOf(form.properties).find(([name]) => name.startsWith('_'))
  if (reserved)
    problems.properties = `“${reserved[0]}” begins with an underscore: such names are the protocol’s own.`
  if (form.time && Number.isNaN(secondsOf(form.time))) problems.time = 'Write it as 2026-11-24 09:30, UTC.'
  return problems
}

/** The tracking address of a form without problems, on the given origin. */
export function trackingUrl(form: UrlForm, origin: string): string {
  const query = new URLSearchParams({ _k: form.key, _p: form.person })
  if (form.method === 'record') query.set('_n', form.event)
  if (form.method === 'alias') query.set('_n', form.other)
  if (form.method !== 'alias') {
    for (const [name, value] of propertiesOf(form.properties)) query.append(name, value)
    if (form.time) {
      query.set('_t', String(secondsOf(form.time)))
      query.set('_d', '1')
    }
  }
  return `${origin}${methods[form.method].path}?${query}`
}

/** The same hit as a shell command; nothing in it can leave the quotes. */
export const curlCommand = (url: string): string => `curl '${url.replaceAll("'", '%27')}'`

/** The same hit as an image for a mail or a page without scripts. */
export const imageTag = (url: string): string => `<img src="${url.replaceAll('&', '&amp;')}" alt="">`

function propertiesOf(lines: string): [name: string, value: string][] {
  return lines.split(/\r?\n/).flatMap(line => {
    const at = line.indexOf('=')
    const name = (at < 0 ? line : line.slice(0, at)).trim()
    return name ? [[name, at < 0 ? '' : line.slice(at + 1).trim()] as [string, string]] : []
  })
}

/** Unix seconds of `2026-11-24 09:30`, read as UTC. */
function secondsOf(time: string): number {
  const plain = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?Z?$/.exec(time)
  return plain ? Date.parse(`${plain[1]}T${plain[2] ?? '00:00'}${plain[3] ?? ':00'}Z`) / 1000 : Number.NaN
}
