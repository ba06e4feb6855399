import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { picturedPages } from '@/_blog/addresses'
import { drawOgImage } from '@/_blog/og-image'
import { ogImagePath } from '@/_ui/page-address'
import { brand, colours } from '@/brand'

/** Draws the pictures of link previews into `.build/og`, those whose words or colours changed since the last time. */
const list = join('.build', 'og', 'drawn.json')
const look = JSON.stringify([brand.name, colours.paper, colours.ink, colours.signal])
const before: Record<string, string> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {}
const drawn: Record<string, string> = {}

for (const { path, kind, title } of picturedPages()) {
  const file = join('.build', ogImagePath(path))
  drawn[path] = `${look} ${kind} ${title}`
  if (before[path] === drawn[path] && existsSync(file)) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await drawOgImage(kind, title))
}
writeFileSync(list, JSON.stringify(drawn))
