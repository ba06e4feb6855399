import { forgetPage } from '@/_platform/http/page-cache'

/** What readers may see under a post has changed: its kept pages are made again for the next one. */
export function commentsChanged(post: string): void {
  for (const path of ['', '/comments.xml', '.md']) forgetPage(`/blog/${post}${path}`)
}
