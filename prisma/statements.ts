/**
 * The statements of an SQL script for SQLite, in order, each with its leading comments and without its
 * semicolon. Knows strings, quoted names, comments and trigger bodies (BEGIN … END).
 */
export function statements(script: string): string[] {
  const found: string[] = []
  let start = 0
  let words: string[] = []
  let depth = 0
  const finish = (end: number) => {
    if (words.length) found.push(script.slice(start, end).trim())
    start = end + 1
    words = []
    depth = 0
  }
  for (const token of script.matchAll(tokens)) {
    const [text] = token
    if (text === ';') {
      if (depth === 0) finish(token.index)
    } else if (!/^(--|\/\*)/.test(text)) {
      words.push(text.toUpperCase())
      if (isTrigger(words)) depth += depthOf(text.toUpperCase())
    }
  }
  finish(script.length)
  return found
}

const tokens =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\w+|;|[^\s;]/g

const isTrigger = (words: string[]): boolean =>
  words[0] === 'CREATE' &&
  (words[1] === 'TRIGGER' || (/^TEMP/.test(words[1] ?? '') && words[2] === 'TRIGGER'))

/** CASE … END nests inside a trigger's BEGIN … END. */
const depthOf = (word: string): number => (word === 'BEGIN' || word === 'CASE' ? 1 : word === 'END' ? -1 : 0)
