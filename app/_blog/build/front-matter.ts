import { parse as parseYaml, YAMLParseError } from 'yaml'
import type { z } from 'zod'

/**
 * A content-collections parser that checks the front matter against a schema.
 * @throws Error naming the line of the file and what is wrong there; the build adds the file's name and stops
 */
export function frontMatter<S extends z.ZodObject>(schema: S) {
  return {
    hasContent: true as const,
    parse(text: string): Record<string, unknown> {
      const [head, content] = split(text)
      const read = schema.safeParse({ ...readYaml(head), content })
      if (read.success) return read.data
      const wrong = read.error.issues.map(issue => {
        const key = String(issue.path[0] ?? ('keys' in issue ? issue.keys[0] : ''))
        return `line ${lineOf(head, key)}: ${issue.path.join('.') || key}: ${issue.message}`
      })
      throw new Error(wrong.join('\n'))
    },
  }
}

function split(text: string): [head: string, content: string] {
  const found = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text)
  if (!found) throw new Error('line 1: the file must begin with front matter between two lines of ---')
  return [found[1]!, found[2]!.trim()]
}

function readYaml(head: string): Record<string, unknown> {
  try {
    return parseYaml(head) ?? {}
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new Error(`line ${(error.linePos?.[0].line ?? 0) + 1}: ${error.message}`)
  }
}

/** The file's line (from 1) that holds a top-level key; line 1 when the key is missing. */
function lineOf(head: string, key: string): number {
  const index = head.split(/\r?\n/).findIndex(line => line.startsWith(`${key}:`))
  return index < 0 ? 1 : index + 2
}
