import type { ReactNode } from 'react'
import '@/_blog/content.css'

export default function BlogLayout({ children }: { children: ReactNode }) {
  return <div className="shell">{children}</div>
}
