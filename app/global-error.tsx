'use client'

import { Failed } from './_ui/failed'
import './globals.css'

/** When the layout itself broke: a page of its own, since Next's carries styles that our policy forbids. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <Failed digest={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  )
}
