import { connection } from 'next/server'
import { PageText, pageMetadata } from '@/_blog/page-text'

export const metadata = pageMetadata('about')

export default async function AboutPage() {
  await connection()
  return <PageText slug="about" />
}
