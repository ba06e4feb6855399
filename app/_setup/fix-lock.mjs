/**
 * Adds to package-lock.json the optional platform packages that npm left out because its registry did not
 * have them (a mirror without other systems' builds): without them `npm ci` says "Missing: … from lock file".
 * Also removes download addresses, so that the lock works with any registry. Run by `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl' }

/** The system, processor and C library that a platform package's name tells, as npm's lock writes them. */
export function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = systems.filter(system => words.includes(system))
  const cpu = processors.filter(processor => words.includes(processor))
  const libc = Object.keys(libraries)
    .filter(word => words.includes(word))
    .map(word => libraries[word])
  return { ...(cpu.length && { cpu }), ...(libc.length && { libc }), ...(os.length && { os }) }
}

/** Where Node would find `name` when the package at `from` asks for it, or undefined. */
function locate(packages, from, name) {
  for (let folder = from; ; ) {
    const place = `${folder && `${folder}/`}node_modules/${name}`
    if (packages[place]) return place
    if (!folder) return undefined
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
}

/**
 * @param lock a parsed package-lock.json (version 3); not changed
 * @returns the mended lock, and the names that were added
 */
export function fixLock(lock) {
  const packages = {}
  for (const [place, { resolved, ...entry }] of Object.entries(lock.packages)) {
    packages[place] = resolved?.startsWith('http') || resolved === undefined ? entry : { ...entry, resolved }
  }
  const added = []
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = locate(packages, place, name)
      if (found && (!/^\d/.test(version) || packages[found].version === version)) continue
      const { cpu, libc, os } = platformOf(name)
      packages[`${found ? `${place}/` : ''}node_modules/${name}`] = {
        version,
        ...(cpu && { cpu }),
        ...(entry.dev && { dev: true }),
        ...(libc && { libc }),
        optional: true,
        ...(os && { os }),
      }
      added.push(name)
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = resolve('package-lock.json')
  const { lock, added } = fixLock(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(
    added.length ? `added to package-lock.json: ${added.join(', ')}` : 'package-lock.json is complete',
  )
}
