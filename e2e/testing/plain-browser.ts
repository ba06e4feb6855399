/**
 * A browser without script, as plain HTTP: keeps cookies, opens pages, fills in and sends the forms it finds there.
 * What works here works for everybody.
 */
export type Answer = { status: number; path: string; html: string; headers: Headers }

export class PlainBrowser {
  private readonly cookies = new Map<string, string>()
  private address?: string

  /** @param address the client's IP address, where the server believes one proxy in front */
  constructor(
    private readonly origin: string,
    address?: string,
  ) {
    this.address = address
  }

  /** Opens a page, following redirects as a browser does. */
  async open(path: string, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(path, this.origin)
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...this.headers(), ...(init.headers as Record<string, string>) },
    })
    this.keep(answer)
    const to = answer.headers.get('location')
    if (to && answer.status >= 300 && answer.status < 400) {
      const next = new URL(to, url)
      await answer.arrayBuffer()
      return this.open(next.pathname + next.search)
    }
    return {
      status: answer.status,
      path: url.pathname + url.search,
      html: await answer.text(),
      headers: answer.headers,
    }
  }

  /**
   * Sends a form of a page that was opened: the one that holds all the named fields or the named button.
   * @param given.button part of the button's text, where several forms have the fields
   */
  async send(page: Answer, given: { fields?: Record<string, string>; button?: string }): Promise<Answer> {
    const form = formOf(page.html, given)
    return this.post(form.action ?? page.path, { ...form.fields, ...given.fields })
  }

  /** Sends fields as a form with this address. */
  post(path: string, fields: Record<string, string>): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return this.open(path, { method: 'POST', body, headers: { Origin: this.origin } })
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name)
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      ...(cookie && { Cookie: cookie }),
      ...(this.address && { 'X-Forwarded-For': this.address }),
    }
  }

  private keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

const entities: Record<string, string> = { amp: '&', quot: '"', '#x27': "'", '#39': "'", lt: '<', gt: '>' }
const unescaped = (text: string) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole)
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? unescaped(found[1] ?? '') : undefined
}

/** A form's action and the values it would send as it stands. @throws Error when the page has no such form */
export function formOf(
  html: string,
  wanted: { fields?: Record<string, string>; button?: string },
): { action?: string; fields: Record<string, string> } {
  for (const [whole, head = ''] of html.matchAll(/<form([^>]*)>[\s\S]*?<\/form>/g)) {
    const fields: Record<string, string> = {}
    const names = new Set<string>()
    for (const [tag] of whole.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      if (name === undefined) continue
      names.add(name)
      const box = /^(checkbox|radio)$/.test(attribute(tag, 'type') ?? '')
      if (box && attribute(tag, 'checked') === undefined) continue
      if (tag.startsWith('<input')) fields[name] = attribute(tag, 'value') ?? (box ? 'on' : '')
    }
    for (const [select, name = ''] of whole.matchAll(/<select\b[^>]*\sname="([^"]*)"[\s\S]*?<\/select>/g)) {
      const chosen =
        /<option\b[^>]*\sselected[^>]*>/.exec(select)?.[0] ?? /<option\b[^>]*>[^<]*/.exec(select)?.[0] ?? ''
      const text = select
        .slice(select.indexOf(chosen))
        .replace(/^<option\b[^>]*>/, '')
        .split('<')[0]
      fields[name] = attribute(chosen, 'value') ?? unescaped(text ?? '')
    }
    for (const [, name = '', text = ''] of whole.matchAll(
      /<textarea\b[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
    ))
      fields[name] = unescaped(text)
    const hasFields = Object.keys(wanted.fields ?? {}).every(name => names.has(name))
    const text = [...whole.matchAll(/<button[^>]*>([\s\S]*?)<\/button>/g)].map(one => one[1]).join(' ')
    if (!hasFields || (wanted.button && !text.includes(wanted.button))) continue
    return { action: attribute(`<form${head}>`, 'action') || undefined, fields }
  }
  throw new Error(`The page has no form with ${JSON.stringify(wanted)}`)
}
