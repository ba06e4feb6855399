import type { MailLinks } from '@/_audience/templates/template'
import { type Letter, standIns } from './letter'

/** How a reader's openings and presses are counted: both are addresses of this deployment. */
export type Measuring = { image: string; linkTo: (url: string) => string }

/** A letter for one reader: their own links out of it and, where they let us count, counted links and an image. */
export function personal(letter: Letter, links: MailLinks, measuring?: Measuring): Letter {
  const own = (text: string) =>
    text
      .replaceAll(standIns.unsubscribe, links.unsubscribe ?? '')
      .replaceAll(standIns.settings, links.settings ?? '')
  const html = measuring ? counted(letter.html, measuring) : letter.html
  return { html: own(html), text: own(letter.text) }
}

function counted(html: string, { image, linkTo }: Measuring): string {
  const links = html.replace(/ href="(https?:\/\/[^"]+)"/g, (whole, href: string) =>
    Object.values<string>(standIns).includes(href) ? whole : ` href="${linkTo(plain(href))}"`,
  )
  return links.replace('</body>', `<img src="${image}" alt="" width="1" height="1"></body>`)
}

/** An attribute as React writes it, read back. */
const plain = (attribute: string): string =>
  attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
