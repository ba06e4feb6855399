import { Button } from '@/_ui/button'
import { moveBroadcast } from '../actions'

/** One button that changes where a broadcast stands. */
export function Move({
  id,
  act,
  text,
  primary,
}: {
  id: string
  act: string
  text: string
  primary?: boolean
}) {
  return (
    <form action={moveBroadcast}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="act" value={act} />
      <Button look={primary ? 'primary' : 'quiet'}>{text}</Button>
    </form>
  )
}
