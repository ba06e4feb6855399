import type { ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'

/** In a feed a figure is its caption, with the way to the page where it is drawn. */
const components = {
  Figure: ({ of, caption }: { of: string; caption: string }) => (
    <p>
      <em>Figure: {caption}</em> <a href={`#figure-${of}`}>See it on the page.</a>
    </p>
  ),
  Note: ({ title, children }: { title: string; children: ReactNode }) => (
    <blockquote>
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </blockquote>
  ),
  Promise: ({ children }: { children: ReactNode }) => <span>{children}</span>,
}

/** A compiled page as plain HTML for feed readers: no classes' styles, scripts or drawings are needed to read it. */
export function feedHtml(code: string): string {
  const Content = new Function(code)({ Fragment, jsx, jsxs }).default
  return renderToStaticMarkup(<Content components={components} />)
    .replace(/<a href="[^"]*" class="anchor"[^>]*>#<\/a>/g, '')
    .replace(/<span class="tk-[a-z-]+">([^<]*)<\/span>/g, '$1')
    .replace(/ (class|align|tabindex)="[^"]*"/g, '')
}
