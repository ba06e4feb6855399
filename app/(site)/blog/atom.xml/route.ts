import { connection } from 'next/server'
import { feedResponse } from '@/_blog/feeds/formats'

export async function GET() {
  await connection()
  return feedResponse('atom')
}
