import type { Metadata } from 'next'
import { type MoveState, readMove } from '@/_audience/moves.data'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../link'

export const metadata: Metadata = { title: 'Change of address' }

export default async function Address({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  const move = await readLink(() => readMove(token, systemClock()))
  if (isRefused(move)) return <DeadLink why={move.refused} href="/email/preferences" next="Mail settings" />
  return (
    <div className="shell pb-20">
      <PageHead title="Change of address" />
      <div className="max-w-[46rem]">
        <MoveBody move={move} token={token} />
      </div>
    </div>
  )
}

function MoveBody({ move, token }: { move: MoveState; token: string }) {
  if (move.done)
    return (
      <Notice title="Nothing is waiting here any more" kind="good">
        Either both addresses have agreed and the mail has moved, or it was asked for anew.
      </Notice>
    )
  if (move.pressed)
    return (
      <Notice title="Agreed" kind="good">
        The mail moves from {move.from} to {move.to} as soon as the other address has agreed, too. A message
        with its own link lies there.
      </Notice>
    )
  return (
    <form method="post" action="/email/address/press">
      <input type="hidden" name="token" value={token} />
      <p className="mb-6 text-lg">
        Mail for {move.from} is to go to {move.to} from now on, with all its topics and settings.{' '}
        {move.otherPressed ? 'The other address has agreed.' : 'Both addresses have to agree.'}
      </p>
      <Button>Agree</Button>
    </form>
  )
}
