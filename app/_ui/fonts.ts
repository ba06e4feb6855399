import localFont from 'next/font/local'

/** Headlines and great figures: one weight, cut for large sizes. */
export const display = localFont({
  src: './fonts/display.woff2',
  weight: '100 900',
  variable: '--font-newsreader-display',
  adjustFontFallback: 'Times New Roman',
  display: 'swap',
})

/** Running text of posts and legal pages. Fetched only where it is used. */
export const text = localFont({
  src: [
    { path: './fonts/text.woff2', weight: '400 700', style: 'normal' },
    { path: './fonts/text-italic.woff2', weight: '400 700', style: 'italic' },
  ],
  variable: '--font-newsreader-text',
  adjustFontFallback: 'Times New Roman',
  display: 'swap',
  preload: false,
})

/** The interface, and every figure in a column. */
export const sans = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-public-sans',
  adjustFontFallback: 'Arial',
  display: 'swap',
})
