import { Body, Container, Head, Hr, Html, Link, Preview, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import { brand, colours } from '@/brand'

const [paper] = colours.paper
const [sheet] = colours.sheet
const [ink] = colours.ink
const [soft] = colours.soft
const [signal] = colours.signal
const [rule] = colours.rule

const sans = "'Public Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
const serif = "Newsreader, Georgia, 'Times New Roman', serif"

/** The paper that every message is written on. `preview` is what a mail list shows behind the subject. */
export function Frame(props: { preview: string; title: string; children: ReactNode; footer?: ReactNode }) {
  const { operator } = brand
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <title>{props.title}</title>
      </Head>
      <Preview>{props.preview}</Preview>
      <Body style={{ backgroundColor: paper, color: ink, fontFamily: sans, margin: 0, padding: '24px 12px' }}>
        <Container
          style={{ backgroundColor: sheet, border: `1px solid ${rule}`, maxWidth: 560, padding: '32px 28px' }}
        >
          <Text style={{ fontFamily: serif, fontSize: 18, margin: '0 0 24px' }}>{brand.name}</Text>
          <h1
            style={{
              fontFamily: serif,
              fontSize: 26,
              fontWeight: 500,
              lineHeight: '32px',
              margin: '0 0 16px',
            }}
          >
            {props.title}
          </h1>
          {props.children}
          <Hr style={{ borderColor: rule, margin: '32px 0 16px' }} />
          <Section>
            {props.footer}
            <Text style={{ color: soft, fontSize: 13, lineHeight: '20px', margin: 0 }}>
              {operator.name}, {operator.street}, {operator.city}, {operator.country}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

export const Line = ({ children }: { children: ReactNode }) => (
  <Text style={{ fontSize: 16, lineHeight: '25px', margin: '0 0 16px' }}>{children}</Text>
)

export const Small = ({ children }: { children: ReactNode }) => (
  <Text style={{ color: soft, fontSize: 14, lineHeight: '21px', margin: '0 0 12px' }}>{children}</Text>
)

/** The one thing to press; the address stands under it for readers whose mail program shows no links. */
export function Press({ href, children }: { href: string; children: string }) {
  return (
    <Section style={{ margin: '8px 0 24px' }}>
      <Link
        href={href}
        style={{
          backgroundColor: signal,
          borderRadius: 3,
          color: '#ffffff',
          display: 'inline-block',
          fontSize: 16,
          fontWeight: 600,
          padding: '12px 20px',
          textDecoration: 'none',
        }}
      >
        {children}
      </Link>
    </Section>
  )
}
