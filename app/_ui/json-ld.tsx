/** Structured data for search engines. It is data: nothing of it runs. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own data, and no "<" can be in it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
