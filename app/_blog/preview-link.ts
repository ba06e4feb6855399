import { systemClock } from '@/_platform/clock'
import { previewLink } from './preview'

/** `npm run preview -- SLUG`: prints a link to a draft or a scheduled post, good for seven days. */
const [slug] = process.argv.slice(2)
if (!slug) {
  console.error('Name the post: npm run preview -- SLUG')
  process.exit(1)
}
process.stdout.write(`${previewLink(slug, systemClock)}\n`)
