import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createBuilder } from '@content-collections/core'

/**
 * Compiles all content into `app/_blog/.content-collections/generated`, which the pages import as
 * `content-collections`. Next does the same when it builds; type checks and tests need it before that.
 * The legal versions go to `.build/legal.json`: the server reads them when it starts, because posting one is an event.
 */
const builder = await createBuilder('app/_blog/content-collections.ts')
const wrong: string[] = []
const note = (file: string, error: Error) => wrong.push(`${file.replace(/^(\.\.\/)+/, '')}: ${error.message}`)
builder.on('collector:parse-error', event => note(event.filePath, event.error))
builder.on('transformer:error', event => note(event.collection.name, event.error))
await builder.build()

for (const line of wrong) console.error(line)
process.exitCode = wrong.length > 0 ? 1 : 0

const legal = resolve('app/_blog/.content-collections/generated/allLegals.js')
const { default: versions } = await import(pathToFileURL(legal).href)
mkdirSync('.build', { recursive: true })
writeFileSync('.build/legal.json', JSON.stringify(versions))
