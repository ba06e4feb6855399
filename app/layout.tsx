import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { env } from './_platform/env'
import { display, sans, text } from './_ui/fonts'
import { brand, colours } from './brand'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(env.SITE_URL),
  title: { default: `${brand.name}: ${brand.tagline.toLowerCase()}`, template: `%s · ${brand.name}` },
  description: brand.description,
  applicationName: brand.name,
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colours.paper[0] },
    { media: '(prefers-color-scheme: dark)', color: colours.paper[1] },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${display.variable} ${text.variable} ${sans.variable}`}>
      <head>
        {/* The reader's own choice of light or dark, answered from their cookie: no flash, no script. */}
        <link rel="stylesheet" href="/theme.css" />
      </head>
      <body>{children}</body>
    </html>
  )
}
