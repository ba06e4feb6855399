import { NavLinks } from '@/_ui/nav-links'
import { docSections, docsInOrder } from './docs'

/** Pages of the documentation that are not text. */
const tools = [{ section: 'Send data', href: '/docs/url-builder', text: 'URL builder' }]

const linksOf = (section: string) => [
  ...docsInOrder
    .filter(doc => doc.section === section)
    .map(({ slug, title }) => ({ href: `/docs/${slug}`, text: title })),
  ...tools.filter(tool => tool.section === section),
]

/** The documentation's own way around: every page by section. */
export function DocsMenu() {
  return (
    <nav aria-label="Documentation" className="space-y-5 text-[0.9375rem]">
      {docSections.map(section => (
        <div key={section}>
          <p className="eyebrow">{section}</p>
          <ul className="mt-1 border-l border-rule">
            <NavLinks
              links={linksOf(section)}
              className="-ml-px block border-l border-transparent py-1 pl-4 text-soft hover:text-signal aria-[current]:border-signal aria-[current]:text-ink"
            />
          </ul>
        </div>
      ))}
    </nav>
  )
}
