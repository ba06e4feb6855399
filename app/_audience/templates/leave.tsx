import { Link, Text } from '@react-email/components'
import { colours } from '@/brand'
import type { MailLinks } from './template'

const [soft] = colours.soft

/** How to get no more of this, at the foot of every message that is not strictly about the account. */
export function Leave({ links, what, press }: { links: MailLinks; what: string; press: string }) {
  if (!links.unsubscribe) return null
  const style = { color: soft, textDecoration: 'underline' }
  return (
    <Text style={{ color: soft, fontSize: 13, lineHeight: '20px', margin: '0 0 8px' }}>
      {what}{' '}
      <Link href={links.unsubscribe} style={style}>
        {press}
      </Link>
      , or see{' '}
      <Link href={links.settings} style={style}>
        all mail settings
      </Link>
      .
    </Text>
  )
}
