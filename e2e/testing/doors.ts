import { readdirSync, readFileSync } from 'node:fs'
import type { Role } from '@/_accounts/viewer'

/**
 * Who a door opens for. `proof`: whoever holds the token of a mail or a signature. `bearer`: a program with the site's
 * token. `open`: everybody, from our own pages only.
 */
export type Needs = 'open' | 'proof' | 'bearer' | 'signed-in' | Role | 'staff'

/** `to`, `fields` and `bound` may name `{site}`, `{account}`, `{member}` and `{person}` of the account under test. */
export type Door = {
  needs: Needs
  /** The address, where that is more than the file's own. */
  to?: string
  /** What the form sends. */
  fields?: Record<string, string>
  /** What an action is called with before its form. */
  bound?: (string | number)[]
  /** The form is sent whole, as the page shows it to who may: half of it would be refused for that alone. */
  whole?: true
  /** An answer that goes on and on for whom it is let in. */
  endless?: true
}

const app = 'app'
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
const source = (file: string) => readFileSync(`${app}/${file}`, 'utf8')
const exported = (file: string, names: RegExp) =>
  [...source(file).matchAll(/^export (?:async function|const) (\w+)/gm)]
    .map(found => found[1]!)
    .filter(name => names.test(name))

/** Every page and handler that is not merely public, and every form's address of the public site, as the tree has them. */
export function doorsInTree(): string[] {
  return files.flatMap(file => {
    const site = file.startsWith('(site)/')
    if (/^(?:\((?:account|email|site)\)|api)\/(?:.*\/)?route\.ts$/.test(file))
      return exported(file, /^(?:GET|POST|PUT|PATCH|DELETE)$/)
        .filter(method => !site || method !== 'GET')
        .map(method => `${method} ${file}`)
    if (/^\((?:account|email)\)\/.*page\.tsx$/.test(file)) return [file]
    if (/\.tsx?$/.test(file) && !/\.test\./.test(file) && /^\s*['"]use server['"]/m.test(source(file)))
      return exported(file, /./).map(name => `${file}#${name}`)
    return []
  })
}

/** The address of a page's or handler's file, with `{site}` for `[site]`. */
export const addressOf = (file: string): string =>
  `/${file}`
    .replace(/\/(?:page\.tsx|route\.ts)$/, '')
    .replace(/\/\([a-z]+\)/g, '')
    .replace(/\[(\w+)\]/g, '{$1}') || '/'

type Reference = { filename: string; exportedName: string; workers: Record<string, unknown> }

/** What the build calls an action, and a page that carries it. @throws Error for an action that no page has */
export function actionOf(door: string): { id: string; page: string } {
  const [file, name] = door.split('#')
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  for (const [id, { filename, exportedName, workers }] of Object.entries<Reference>(manifest.node))
    if (filename === `${app}/${file}` && exportedName === name)
      return { id, page: addressOf(`${Object.keys(workers)[0]!.replace(/^app\//, '')}.tsx`) }
  throw new Error(`No page of the build has the action ${door}`)
}
