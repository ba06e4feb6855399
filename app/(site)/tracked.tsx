'use client'

import { usePathname } from 'next/navigation'

/**
 * The ordinary snippet of the ordinary tracker. Without script an image counts the view, of nobody in
 * particular; both are refused wherever the visitor refused.
 */
export function Tracked({ siteKey, origin }: { siteKey: string; origin: string }) {
  const path = usePathname()
  const view = new URLSearchParams({ _k: siteKey, _n: 'Page View', _anon: '1', 'Viewed URL': origin + path })
  return (
    <>
      <script defer src="/t.js" data-key={siteKey} />
      <noscript>
        {/* biome-ignore lint/performance/noImgElement: a beacon is no picture to optimise */}
        <img src={`/e?${view}`} alt="" width="1" height="1" className="absolute" />
      </noscript>
    </>
  )
}
