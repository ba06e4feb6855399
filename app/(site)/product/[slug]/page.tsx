import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MdxBody } from '@/_blog/mdx-body'
import { findProduct, type Product, products, statusWords } from '@/_blog/product'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { NavLinks } from '@/_ui/nav-links'
import { Notice } from '@/_ui/notice'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'

type Props = { params: Promise<{ slug: string }> }

const productOf = async ({ params }: Props): Promise<Product> =>
  findProduct((await params).slug) ?? notFound()

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description, slug } = await productOf(props)
  return { title, description, ...pageAddress(`/product/${slug}`) }
}

export default async function CapabilityPage(props: Props) {
  const { name, title, description, status, code } = await productOf(props)
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/product', text: 'Product' }]} here={name} />}
        title={title}
      >
        {description}
      </PageHead>
      <div className="gap-16 border-t border-rule pt-10 lg:grid lg:grid-cols-[minmax(0,42rem)_minmax(0,14rem)]">
        <div>
          {status === 'coming' && (
            <div className="mb-8 max-w-read">
              <Notice title={statusWords.coming}>
                This page says how it will count. It is here before the feature so that you can hold us to it.
              </Notice>
            </div>
          )}
          <Prose>
            <MdxBody code={code} />
          </Prose>
        </div>
        <nav aria-label="Capabilities" className="mt-12 text-[0.9375rem] lg:mt-0">
          <p className="eyebrow">Also</p>
          <ul className="mt-1 border-l border-rule">
            <NavLinks
              links={products.map(({ slug, name }) => ({ href: `/product/${slug}`, text: name }))}
              className="-ml-px block border-l border-transparent py-1 pl-4 text-soft hover:text-signal aria-[current]:border-signal aria-[current]:text-ink"
            />
          </ul>
        </nav>
      </div>
    </>
  )
}
