import type { Metadata } from 'next'
import { connection } from 'next/server'
import { LegalPage, legalMetadata } from '@/_privacy/legal-page'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  return legalMetadata('cookies')
}

export default async function CookiesPage() {
  await connection()
  return <LegalPage document="cookies" />
}
