import { KM } from '../page/library'
import { safe } from '../page/safe'

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
type Interaction = PerformanceEntry & { interactionId: number }

/**
 * Records how the page felt, once, when it is first left: LCP, FCP, INP and TTFB in milliseconds, CLS as a score
 * of the worst burst of shifts (at most 5 s long, at most 1 s between two), as web.dev defines them.
 */
export function watchVitals(): void {
  const vitals: Record<string, number> = {}
  const observe = safe(
    <Entry extends PerformanceEntry>(
      type: string,
      take: (entry: Entry) => void,
      durationThreshold?: number,
    ) => {
      new PerformanceObserver(list => (list.getEntries() as Entry[]).forEach(take)).observe({
        type,
        buffered: true,
        durationThreshold,
      } as PerformanceObserverInit)
    },
  )
  let burst = 0
  let from = 0
  let last = 0
  const longest = new Map<number, number>()
  observe('largest-contentful-paint', entry => {
    vitals.LCP = Math.round(entry.startTime)
  })
  observe('paint', entry => {
    if (entry.name === 'first-contentful-paint') vitals.FCP = Math.round(entry.startTime)
  })
  observe<PerformanceNavigationTiming>('navigation', entry => {
    vitals.TTFB = Math.round(entry.responseStart)
  })
  vitals.CLS = 0
  observe<Shift>('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (hadRecentInput) return
    if (startTime - last > 1000 || startTime - from > 5000) {
      burst = 0
      from = startTime
    }
    last = startTime
    burst += value
    vitals.CLS = Math.max(vitals.CLS!, Math.round(burst * 1000) / 1000)
  })
  observe<Interaction>(
    'event',
    ({ interactionId, duration }) => {
      if (!interactionId) return
      longest.set(interactionId, Math.max(longest.get(interactionId) || 0, duration))
      const worst = [...longest.values()].sort((a, b) => b - a)
      vitals.INP = worst[Math.min(worst.length - 1, Math.floor(longest.size / 50))]!
    },
    40,
  )
  const report = () => {
    if (!document.hidden) return
    document.removeEventListener('visibilitychange', report, true)
    KM.record('Web Vitals', { 'Viewed URL': location.href, ...vitals })
  }
  document.addEventListener('visibilitychange', report, true)
}
