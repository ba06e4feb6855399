'use client'

import { Failed } from '@/_ui/failed'

export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed digest={error.digest} retry={reset} />
}
