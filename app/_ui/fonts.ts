import localFont from 'next/font/local'

/** Headlines and posts. */
export const serif = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-newsreader',
  adjustFontFallback: 'Times New Roman',
  display: 'swap',
})

/** The interface, and every figure in a column. */
export const sans = localFont({
  src: '../../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-public-sans',
  adjustFontFallback: 'Arial',
  display: 'swap',
})
