import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

/**
 * `npm run fonts`: cuts the packages' variable fonts down to the letters and the weights in use, so that a page
 * carries 45 kB of type and a post 105. Names in other alphabets fall back to the reader's own fonts.
 */

const letters = [
  [0x20, 0x7e],
  [0xa0, 0xff],
]
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)))
  .concat(...'–—‘’“”‚„†‡•…‹›€™←→↑↓−×≤≥≈ŒœŠšŽžŸı⁰¹²³⁴⁵⁶⁷⁸⁹')
  .join('')

async function cut(name, source, variationAxes) {
  const font = readFileSync(`node_modules/@fontsource-variable/${source}`)
  writeFileSync(
    `app/_ui/fonts/${name}.woff2`,
    await subsetFont(font, letters, { targetFormat: 'woff2', variationAxes }),
  )
}

const newsreader = 'newsreader/files/newsreader-latin-opsz'

await cut('display', `${newsreader}-normal.woff2`, { opsz: 44, wght: 530 })
await cut('text', `${newsreader}-normal.woff2`, { opsz: 16, wght: { min: 400, max: 700 } })
await cut('text-italic', `${newsreader}-italic.woff2`, { opsz: 16, wght: 400 })
await cut('sans', 'public-sans/files/public-sans-latin-wght-normal.woff2', { wght: { min: 400, max: 700 } })
