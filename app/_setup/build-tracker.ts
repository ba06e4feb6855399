import { buildTracker } from '@/_analytics/tracker/build'

await buildTracker('.build/tracker')
