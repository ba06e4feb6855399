import { ButtonLink } from '@/_ui/button'
import { DeadEnd } from '@/_ui/dead-end'

export default function NotFound() {
  return (
    <DeadEnd
      title="There is no such page for you"
      ways={<ButtonLink href="/sites">Go to your sites</ButtonLink>}
    >
      <p>
        Either it does not exist, or it belongs to an account that you are not a member of. We say the same in
        both cases.
      </p>
    </DeadEnd>
  )
}
