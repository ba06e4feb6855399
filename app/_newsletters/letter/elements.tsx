import { Column, Hr, Link, Row, Text } from '@react-email/components'
import type { ComponentProps, ReactNode } from 'react'
import { Line, Press, Small } from '@/_audience/templates/frame'
import type { Post } from '@/_blog/posts'
import { env } from '@/_platform/env'
import { colours } from '@/brand'
import { evaluate } from './evaluate'

const [ink] = colours.ink
const [soft] = colours.soft
const [signal] = colours.signal
const [rule] = colours.rule
const [shade] = colours.shade
const serif = "Newsreader, Georgia, 'Times New Roman', serif"
const text = { fontSize: 16, lineHeight: '25px', margin: '0 0 16px' }

type Given = { children?: ReactNode }

const heading =
  (Tag: 'h2' | 'h3' | 'h4', fontSize: number) =>
  ({ children }: Given) => (
    <Tag style={{ fontFamily: serif, fontSize, fontWeight: 500, lineHeight: 1.25, margin: '28px 0 12px' }}>
      {children}
    </Tag>
  )

const cellStyle = { borderBottom: `1px solid ${rule}`, fontSize: 14, padding: '6px 8px 6px 0' }

const cell =
  (Tag: 'td' | 'th') =>
  ({ children, align }: Given & { align?: 'left' | 'right' | 'center' }) => (
    <Tag align={align ?? 'left'} style={cellStyle}>
      {children}
    </Tag>
  )

/** Only the words: a mark of the page means nothing in a mail. */
const Plain = ({ children }: Given) => <>{children}</>

function Note({ title, children }: Given & { title: string }) {
  return (
    <blockquote style={{ borderLeft: `3px solid ${signal}`, margin: '0 0 16px', paddingLeft: 14 }}>
      <Text style={{ ...text, fontWeight: 600, margin: '0 0 4px' }}>{title}</Text>
      {children}
    </blockquote>
  )
}

/** A drawing does not travel: its caption does, with the way to the page where it stands. */
const figureOn =
  (page: string) =>
  ({ of, caption }: { of: string; caption: string }) => (
    <Small>
      Figure: {caption}{' '}
      <Link href={`${page}#figure-${of}`} style={{ color: signal }}>
        See it on the page
      </Link>
    </Small>
  )

/** Markdown as mail programs show it: every style inline, every address whole. `page` is where `#` links lead. */
const markdown = (page: string) => ({
  h1: heading('h2', 22),
  h2: heading('h2', 22),
  h3: heading('h3', 18),
  h4: heading('h4', 16),
  p: Line,
  a: ({ href = '', children, className }: ComponentProps<'a'>) =>
    className === 'anchor' ? null : (
      <Link href={whole(href, page)} style={{ color: signal, textDecoration: 'underline' }}>
        {children}
      </Link>
    ),
  ul: ({ children }: Given) => <ul style={{ ...text, paddingLeft: 20 }}>{children}</ul>,
  ol: ({ children }: Given) => <ol style={{ ...text, paddingLeft: 20 }}>{children}</ol>,
  li: ({ children }: Given) => <li style={{ fontSize: 16, lineHeight: '25px' }}>{children}</li>,
  blockquote: ({ children }: Given) => (
    <blockquote style={{ borderLeft: `3px solid ${rule}`, color: soft, margin: '0 0 16px', paddingLeft: 14 }}>
      {children}
    </blockquote>
  ),
  pre: ({ children }: Given) => (
    <pre
      style={{
        backgroundColor: shade,
        fontSize: 13,
        margin: '0 0 16px',
        padding: 12,
        whiteSpace: 'pre-wrap',
      }}
    >
      {children}
    </pre>
  ),
  code: ({ children }: Given) => <code style={{ fontFamily: 'Menlo, Consolas, monospace' }}>{children}</code>,
  span: Plain,
  hr: () => <Hr style={{ borderColor: rule, margin: '24px 0' }} />,
  img: ({ src = '', alt = '' }: ComponentProps<'img'>) => (
    // biome-ignore lint/performance/noImgElement: mail has no image optimiser
    <img src={whole(String(src), page)} alt={alt} style={{ height: 'auto', maxWidth: '100%' }} />
  ),
  table: ({ children }: Given) => (
    <table width="100%" style={{ borderCollapse: 'collapse', margin: '0 0 16px' }}>
      {children}
    </table>
  ),
  th: cell('th'),
  td: cell('td'),
  Note,
  Figure: figureOn(page),
  Promise: Plain,
})

const whole = (href: string, page: string): string =>
  href.startsWith('#') ? page + href : href.startsWith('/') ? env.SITE_URL + href : href

type FindPost = (slug: string) => Post | undefined

const addressOf = (post: Post): string => `${env.SITE_URL}/blog/${post.slug}`

const pressOn =
  (page: string) =>
  ({ href, children }: { href: string; children: ReactNode }) => (
    <Press href={whole(href, page)}>{wordsOf(children)}</Press>
  )

const postFrom =
  (find: FindPost) =>
  ({ of }: { of: string }) => {
    const post = find(of)
    if (!post) return null
    const Body = evaluate(post.code.replaceAll('https://your-host.example', env.SITE_URL))
    return (
      <>
        <Body components={markdown(addressOf(post))} />
        <Press href={addressOf(post)}>Read it on the site</Press>
      </>
    )
  }

const cardFrom =
  (find: FindPost) =>
  ({ of }: { of: string }) => {
    const post = find(of)
    return post ? <Card post={post} /> : null
  }

/** Everything that a letter may use. `page` is its own place in the archive. */
export const letterComponents = (page: string, find: FindPost) => ({
  ...markdown(page),
  Press: pressOn(page),
  Post: postFrom(find),
  PostCard: cardFrom(find),
})

function Card({ post }: { post: Post }) {
  return (
    <Row style={{ borderTop: `1px solid ${rule}`, margin: '0 0 16px' }}>
      <Column style={{ paddingTop: 14 }}>
        <Link href={addressOf(post)} style={{ color: ink, fontFamily: serif, fontSize: 20 }}>
          {post.title}
        </Link>
        <Text style={{ ...text, margin: '6px 0 0' }}>{post.description}</Text>
        <Text style={{ color: soft, fontSize: 14, margin: '4px 0 0' }}>{post.minutes} minutes to read</Text>
      </Column>
    </Row>
  )
}

/** The words of a component's children: MDX wraps text that stands on a line of its own into a paragraph. */
function wordsOf(children: ReactNode): string {
  if (typeof children === 'string') return children.trim()
  if (Array.isArray(children)) return children.map(wordsOf).join('').trim()
  const props = (children as { props?: Given } | null)?.props
  return props ? wordsOf(props.children) : ''
}
