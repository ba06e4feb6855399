import type { Nested } from '@/_analytics/reports/definition/nested'
import type { FieldError } from '@/_analytics/reports/definition/range'

/** What a report's form shows: what was typed, what is wrong with it, and the names that it offers. */
export class FormState {
  constructor(
    private readonly typed: Nested,
    readonly errors: FieldError[],
    readonly names: { events: string[]; properties: string[] },
  ) {}

  /** What was typed at a path such as `steps.0.event`; undefined for nothing. */
  value(path: string): string | undefined {
    const found = this.at(path)
    return typeof found === 'string' ? found : undefined
  }

  /** How many items a list has. */
  length(path: string): number {
    const found = this.at(path)
    return Array.isArray(found) ? found.length : 0
  }

  /** The paths of a list's items, and of one more to fill in, as far as the list may be that long. */
  rows(path: string, { least = 1, most = 10, spare = 1 } = {}): string[] {
    const length = Math.min(Math.max(this.length(path) + spare, least), most)
    return Array.from({ length }, (_, at) => `${path}.${at}`)
  }

  error(path: string): string | undefined {
    return this.errors.find(error => error.field === path)?.message
  }

  /** Whether anything at or below a path was typed. */
  has(path: string): boolean {
    const found = this.at(path)
    return found !== undefined && found !== '' && !(Array.isArray(found) && found.length === 0)
  }

  /** Whether anything at or below a path is wrong. */
  isWrong(path: string): boolean {
    return this.errors.some(({ field }) => field === path || field.startsWith(`${path}.`))
  }

  private at(path: string): Nested | undefined {
    let node: Nested | undefined = this.typed
    for (const name of path.split('.')) {
      if (node === undefined || typeof node === 'string') return undefined
      node = Array.isArray(node) ? node[Number(name)] : node[name]
    }
    return node
  }
}
