import type { ReactNode } from 'react'
import { brand } from '../brand'
import { Button } from './button'
import { DeadEnd } from './dead-end'

/** Something broke on our side. `digest` is what the log calls it; `retry` draws the page again. */
export function Failed({ digest, retry, ways }: { digest?: string; retry: () => void; ways?: ReactNode }) {
  return (
    <DeadEnd
      title="This page broke"
      ways={
        <>
          <Button type="button" onClick={retry}>
            Try again
          </Button>
          {ways}
        </>
      }
    >
      <p>
        The fault is ours and it is in our log. Nothing that you sent before is lost. If it stays broken,
        write to{' '}
        <a href={`mailto:${brand.mail.hello}`} className="link">
          {brand.mail.hello}
        </a>
        {digest && (
          <>
            {' '}
            and give the number <code className="font-mono text-ink">{digest}</code>
          </>
        )}
        .
      </p>
    </DeadEnd>
  )
}
