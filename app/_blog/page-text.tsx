import { allPages } from 'content-collections'
import type { Metadata } from 'next'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import { MdxBody } from './mdx-body'
import './content.css'
import { pageAddress } from '@/_ui/page-address'

const pageOf = (slug: string) => {
  const page = allPages.find(candidate => candidate.slug === slug)
  if (!page) throw new Error(`content/pages/${slug}.mdx is missing`)
  return page
}

/** The metadata of a page of content/pages that stands at the top of the site. */
export function pageMetadata(slug: string): Metadata {
  const { title, description } = pageOf(slug)
  return { title, description, ...pageAddress(`/${slug}`) }
}

/** A page of content/pages. */
export function PageText({ slug }: { slug: string }) {
  const { title, description, code } = pageOf(slug)
  return (
    <div className="shell">
      <PageHead title={title}>{description}</PageHead>
      <div className="border-t border-rule pt-10">
        <Prose>
          <MdxBody code={code} />
        </Prose>
      </div>
    </div>
  )
}
