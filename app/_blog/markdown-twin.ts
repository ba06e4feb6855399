type Page = { title: string; description: string; source: string }

/**
 * A page as plain Markdown, for those who read with something else than a browser. A figure becomes its caption
 * with its address; other components leave their text.
 * @param url the page's own absolute address
 */
export function markdownTwin({ title, description, source }: Page, url: string): string {
  const body = source
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part, at) => (at % 2 === 0 ? withoutComponents(part, url) : part))
    .join('')
  return `# ${title}\n\n> ${description}\n\n${body}\n\n---\n\n${url}\n`
}

/** The twin as an answer. */
export const markdownResponse = (page: Page, url: string): Response =>
  new Response(markdownTwin(page, url), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })

const withoutComponents = (text: string, url: string): string =>
  text
    .replace(
      /<Figure of="([^"]+)"\s+caption="([^"]+)"\s*\/>/g,
      (_, of, caption) => `*Figure: ${caption}* <${url}#figure-${of}>`,
    )
    .replace(/<Note title="([^"]+)">/g, '**$1**\n')
    .replace(/<\/?[A-Z]\w*[^>]*>/g, '')
    .replace(/\]\(\//g, `](${new URL(url).origin}/`)
