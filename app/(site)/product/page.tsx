import type { Metadata } from 'next'
import Link from 'next/link'
import { products, statusWords } from '@/_blog/product'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

const description =
  'Every capability has a page that says what it does, how it counts, what it keeps, and whether it works today.'

export const metadata: Metadata = { title: 'Product', description, ...pageAddress('/product') }

export default function ProductPage() {
  return (
    <>
      <PageHead title="What it does, page by page">{description}</PageHead>
      <ul className="border-t border-ink">
        {products.map(({ slug, name, title, description, status }) => (
          <li key={slug} className="border-b border-rule py-6 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-8">
            <p className="eyebrow sm:pt-1.5">
              {name}
              <span className="block font-normal">{statusWords[status]}</span>
            </p>
            <div className="mt-1 max-w-[60ch] sm:mt-0">
              <h2 className="text-2xl">
                <Link href={`/product/${slug}`} className="hover:text-signal">
                  {title}
                </Link>
              </h2>
              <p className="mt-2 text-soft">{description}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
