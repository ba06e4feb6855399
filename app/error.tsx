'use client'

import { Failed } from './_ui/failed'

export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main>
      <Failed
        digest={error.digest}
        retry={reset}
        ways={
          <a href="/" className="link inline-flex min-h-11 items-center">
            Go to the front page
          </a>
        }
      />
    </main>
  )
}
