import { Link, Text } from '@react-email/components'
import { render } from '@react-email/render'
import { Frame } from '@/_audience/templates/frame'
import { Leave } from '@/_audience/templates/leave'
import type { Topic } from '@/_audience/topics'
import { topics } from '@/_audience/topics'
import { findPost } from '@/_blog/posts'
import type { Clock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { colours } from '@/brand'
import { compileLetter } from './compile'
import { letterComponents } from './elements'
import { evaluate } from './evaluate'

/** What a letter is written from. */
export type LetterText = {
  slug: string
  topic: Topic
  subject: string
  preheader: string
  source: string
  /** Whether it can be read in the archive, too. */
  listed: boolean
}

export type Letter = { html: string; text: string }

/** Stand in for what differs from reader to reader, so that a letter is drawn once and not fifty thousand times. */
export const standIns = {
  unsubscribe: 'https://unsubscribe.invalid/',
  settings: 'https://settings.invalid/',
} as const

/** A letter's place in the archive. */
export const archivePath = (slug: string): string => `/newsletter/archive/${slug}`

/** A letter's words alone, as plain HTML for feed readers. @throws AppError 'invalid' for MDX that is none */
export async function drawBody(given: Pick<LetterText, 'slug' | 'source'>, clock: Clock): Promise<string> {
  const { code } = await compileLetter(given.source)
  const Body = evaluate(code)
  const html = await render(<Body components={componentsOf(given.slug, clock)} />)
  return html.replace(/^<!DOCTYPE[^>]*>/, '').replace(/ style="[^"]*"/g, '')
}

function componentsOf(slug: string, clock: Clock) {
  return letterComponents(env.SITE_URL + archivePath(slug), of => {
    const found = findPost(of, clock)
    return found && 'post' in found ? found.post : undefined
  })
}

/** Draws a letter for everyone. @throws AppError 'invalid' for MDX that is none */
export async function drawLetter(given: LetterText, clock: Clock): Promise<Letter> {
  const { code } = await compileLetter(given.source)
  const Body = evaluate(code)
  const page = env.SITE_URL + archivePath(given.slug)
  const element = (
    <Frame
      title={given.subject}
      preview={given.preheader || topics[given.topic].about}
      footer={
        <>
          {given.listed && (
            <Text style={{ color: colours.soft[0], fontSize: 13, lineHeight: '20px', margin: '0 0 8px' }}>
              <Link href={page} style={{ color: colours.soft[0], textDecoration: 'underline' }}>
                Read this message in a browser
              </Link>
              .
            </Text>
          )}
          <Leave links={standIns} what={`Enough of it? ${topics[given.topic].name}:`} press="unsubscribe" />
        </>
      }
    >
      <Body components={componentsOf(given.slug, clock)} />
    </Frame>
  )
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })])
  return { html, text }
}
