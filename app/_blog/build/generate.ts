import { createBuilder } from '@content-collections/core'

/**
 * Compiles all content into `app/_blog/.content-collections/generated`, which the pages import as
 * `content-collections`. Next does the same when it builds; type checks and tests need it before that.
 */
const builder = await createBuilder('app/_blog/content-collections.ts')
const wrong: string[] = []
const note = (file: string, error: Error) => wrong.push(`${file.replace(/^(\.\.\/)+/, '')}: ${error.message}`)
builder.on('collector:parse-error', event => note(event.filePath, event.error))
builder.on('transformer:error', event => note(event.collection.name, event.error))
await builder.build()

for (const line of wrong) console.error(line)
process.exitCode = wrong.length > 0 ? 1 : 0
