import { Link, Text } from '@react-email/components'
import { env } from '@/_platform/env'
import { colours } from '@/brand'

const [soft] = colours.soft

/** How to get no more of this, at the foot of every message that is not strictly about the account. */
export function Leave({ href, what, press }: { href: string | undefined; what: string; press: string }) {
  if (!href) return null
  const style = { color: soft, textDecoration: 'underline' }
  return (
    <Text style={{ color: soft, fontSize: 13, lineHeight: '20px', margin: '0 0 8px' }}>
      {what}{' '}
      <Link href={href} style={style}>
        {press}
      </Link>
      , or see{' '}
      <Link href={`${env.SITE_URL}/email/preferences`} style={style}>
        all mail settings
      </Link>
      .
    </Text>
  )
}
