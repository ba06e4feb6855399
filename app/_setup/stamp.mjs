import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Made by a step, or of no effect on what a step makes. */
const apart = /^(node_modules|\.content-collections|generated|\.DS_Store)$|\.test\.tsx?$/

/**
 * One fingerprint of files and folders, by path and content, and of further words. A missing path counts as
 * missing; tests and what the steps themselves make do not count.
 */
export function fingerprint(paths, words = []) {
  const hash = createHash('sha256').update(JSON.stringify(words))
  const add = path => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!apart.test(name)) add(join(path, name))
    } else hash.update(`\0${path.replaceAll('\\', '/')}\0`).update(readFileSync(path))
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/** What a stamp file says of a step, or undefined. */
export function readStamp(file, step) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))[step]
  } catch {
    return undefined
  }
}

export function writeStamp(file, step, value) {
  let all = {}
  try {
    all = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    mkdirSync(dirname(file), { recursive: true })
  }
  writeFileSync(file, `${JSON.stringify({ ...all, [step]: value }, null, 2)}\n`)
}
