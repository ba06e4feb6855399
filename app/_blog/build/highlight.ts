import type { ElementContent } from 'hast'
import { createCssVariablesTheme, createHighlighterCore, type ShikiTransformer } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import html from 'shiki/langs/html.mjs'
import http from 'shiki/langs/http.mjs'
import javascript from 'shiki/langs/javascript.mjs'
import json from 'shiki/langs/json.mjs'
import typescript from 'shiki/langs/typescript.mjs'

const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--tk-', fontStyle: false })

/** Turns the theme's inline `color: var(--tk-token-x)` into the class `tk-x`: the page needs no inline style. */
export const colourByClass: ShikiTransformer = {
  name: 'classes',
  pre(element) {
    element.properties = { class: 'code', tabIndex: 0 }
  },
  code(element) {
    element.children = element.children.flatMap(unwrapped).flatMap(unwrapped).reduce(joinText, [])
  },
  line(element) {
    element.properties = {}
  },
  span(element) {
    const token = /--tk-token-([a-z-]+)/.exec(String(element.properties.style ?? ''))?.[1]
    element.properties = token ? { class: `tk-${token}` } : {}
  },
}

/** A line or a token without a class needs no element of its own. */
const unwrapped = (node: ElementContent): ElementContent[] =>
  node.type === 'element' && Object.keys(node.properties).length === 0 ? node.children : [node]

const joinText = (before: ElementContent[], node: ElementContent): ElementContent[] => {
  const last = before.at(-1)
  if (last?.type !== 'text' || node.type !== 'text') return [...before, node]
  return [...before.slice(0, -1), { type: 'text', value: last.value + node.value }]
}

/** Only the languages that the pages use: loading all of them doubles the time of a build (stack.md, 1.6). */
export const makeHighlighter = () =>
  createHighlighterCore({
    themes: [theme],
    langs: [bash, html, http, javascript, json, typescript],
    engine: createJavaScriptRegexEngine(),
  })
