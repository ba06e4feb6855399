import Link from 'next/link'
import { AppError } from '@/_platform/errors'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'

export type Query = Promise<Record<string, string | string[] | undefined>>

/** The token of a link from a mail; empty when it is missing. */
export async function tokenOf(searchParams: Query): Promise<string> {
  const { token } = await searchParams
  return typeof token === 'string' ? token : ''
}

/** What a link's token stands for, or why it stands for nothing. */
export async function readLink<T>(read: () => Promise<T>): Promise<T | { refused: string }> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) return { refused: error.message }
    throw error
  }
}

export const isRefused = (link: object): link is { refused: string } => 'refused' in link

/** A link that no longer works, and the way on. */
export function DeadLink({ why, href, next }: { why: string; href: string; next: string }) {
  return (
    <div className="shell pb-20">
      <PageHead title="This link does not work" />
      <div className="max-w-[46rem] space-y-6">
        <Notice kind="bad">{why}</Notice>
        <p>
          <Link href={href} className="link">
            {next}
          </Link>
        </p>
      </div>
    </div>
  )
}
