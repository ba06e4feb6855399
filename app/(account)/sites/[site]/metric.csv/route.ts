import { leadOn } from '../metric/lead-on'

/** The former file of one event: saved links lead on to the file of the metrics report. */
export const GET = leadOn('metrics/data?format=csv&')
