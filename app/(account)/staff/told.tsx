import { Notice } from '@/_ui/notice'
import { one } from './query'

/** What became of the button that led here. */
export function Told({ done, problem }: Record<'done' | 'problem', string | string[] | undefined>) {
  if (one(problem)) return <Notice kind="bad" title={one(problem)} />
  return one(done) ? <Notice kind="good" title={one(done)} /> : null
}
