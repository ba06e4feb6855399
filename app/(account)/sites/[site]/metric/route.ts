import { leadOn } from './lead-on'

/** The former page of one event: saved links lead on to the metrics report. */
export const GET = leadOn('metrics?')
