import { connection } from 'next/server'
import { PageText, pageMetadata } from '@/_blog/page-text'

export const metadata = pageMetadata('security')

export default async function SecurityPage() {
  await connection()
  return <PageText slug="security" />
}
