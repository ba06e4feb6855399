import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '@/_blog/content.css'
import { DocsMenu } from '@/_blog/docs-menu'

export default async function DocsLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <div className="shell gap-16 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="order-last lg:col-start-2 lg:row-start-1">{children}</div>
      <div className="mt-16 border-t border-rule pt-8 lg:col-start-1 lg:row-start-1 lg:mt-0 lg:border-0 lg:pt-16">
        <DocsMenu />
      </div>
    </div>
  )
}
