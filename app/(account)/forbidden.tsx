import { ButtonLink } from '@/_ui/button'
import { DeadEnd } from '@/_ui/dead-end'

export default function Forbidden() {
  return (
    <DeadEnd
      title="Your role does not allow this"
      ways={<ButtonLink href="/sites">Go to your sites</ButtonLink>}
    >
      <p>
        Nothing was changed. An owner or admin of the account can do it, or give you the role for it. The
        attempt stands in the account’s log.
      </p>
    </DeadEnd>
  )
}
