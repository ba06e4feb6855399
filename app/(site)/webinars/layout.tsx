import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '@/_blog/content.css'

export default async function WebinarsLayout({ children }: { children: ReactNode }) {
  await connection()
  return <div className="shell">{children}</div>
}
