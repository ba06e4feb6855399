import type { ReactNode } from 'react'
import '@/_blog/content.css'

export default function PrivacyLayout({ children }: { children: ReactNode }) {
  return <div className="shell pb-20">{children}</div>
}
