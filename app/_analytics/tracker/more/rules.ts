import type { Rule } from '@/_analytics/tracker/config'
import { KM } from '../page/library'
import { safe } from '../page/safe'
import { config } from '../page/settings'
import type { Properties } from '../page/types'
import { matchesPattern } from './patterns'
import { onClick, onSubmit } from './track'

export const urlMatches = (pattern: string, url = location.href): boolean =>
  matchesPattern(pattern, url, !config.h)
export const urlMatchesRegex = (source: string): boolean => RegExp(source).test(location.href)

/** A rule's properties: text as it is, and for `{{selector}}` the text that the page shows there now. */
function propertiesOf(rule: Rule): Record<string, string> {
  const read = (text: string) => {
    const selector = /^\{\{(.+)\}\}$/.exec(text)?.[1]
    return selector ? (document.querySelector(selector)?.textContent || '').trim().slice(0, 255) : text
  }
  return Object.fromEntries(Object.entries(rule.properties).map(([name, text]) => [name, read(text)]))
}

/** Applies the site's rules to the page now shown; those for clicks and forms listen from the first on. */
export function applyRules(first?: boolean): void {
  for (const rule of config.r || []) {
    const { kind, match, event } = rule
    const record = safe((fields?: Properties) => KM.record(event, { ...propertiesOf(rule), ...fields }))
    if (kind === 'click' || kind === 'submit') {
      if (first && kind === 'click') onClick(match, record)
      if (first && kind === 'submit') onSubmit(match, record)
    } else if (kind === 'visit' ? urlMatches(match) : safe(urlMatchesRegex)(match)) record()
  }
}
