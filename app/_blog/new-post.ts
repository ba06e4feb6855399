import { existsSync, writeFileSync } from 'node:fs'
import { systemClock } from '@/_platform/clock'
import { postDraft, slugOf } from './post-draft'

/** `npm run post -- "A title"`: starts a post as a draft and says where it is. */
const title = process.argv.slice(2).join(' ').trim()
const file = `content/blog/${slugOf(title)}.mdx`

if (!slugOf(title)) fail('Give the post a title: npm run post -- "A title"')
if (existsSync(file)) fail(`${file} is there already.`)
writeFileSync(file, postDraft(title, systemClock()))
process.stdout.write(`${file} is a draft. Give it a figure, and take "draft" out when it is ready.\n`)

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
