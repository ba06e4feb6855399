'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const every = 3000
/** Ten minutes: a page that was left open does not ask forever. */
const most = 200

/** Has the server draw the page anew every three seconds while the page is looked at. */
export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    let times = 0
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
      times += 1
      if (times === most) clearInterval(timer)
    }, every)
    return () => clearInterval(timer)
  }, [router])
  return null
}
