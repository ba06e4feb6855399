import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { brand, colours } from '../brand'
import { colourSheet } from './colours'
import { hand } from './logo-shape'

/** `npm run brand`: writes what other tools need as files, from app/brand.ts and the drawn mark. */

const [paper, ink, signal] = [colours.paper[0], colours.ink[0], colours.signal[0]]
const darkInk = colours.ink[1]
const darkSignal = colours.signal[1]

/** The mark on a filled square, for icons that have no theme of their own. */
const tile = (corner: number, inset: number) => {
  const scale = (32 - 2 * inset) / 32
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${corner}" fill="${paper}"/><g transform="translate(${inset} ${inset}) scale(${scale})"><path fill="${signal}" d="${hand.cuff}"/><path fill="${ink}" d="${hand.fist}"/></g></svg>`
}

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${brand.name}</title><style>.c{fill:${signal}}.f{fill:${ink}}@media(prefers-color-scheme:dark){.c{fill:${darkSignal}}.f{fill:${darkInk}}}</style><path class="c" d="${hand.cuff}"/><path class="f" d="${hand.fist}"/></svg>\n`

const png = (svg: string, size: number) =>
  sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()

writeFileSync('app/_ui/colours.css', colourSheet())
writeFileSync('public/icon.svg', favicon)
writeFileSync('public/icon-192.png', await png(tile(6, 4), 192))
writeFileSync('public/icon-512.png', await png(tile(6, 4), 512))
writeFileSync('public/icon-maskable-512.png', await png(tile(0, 7), 512))
writeFileSync('public/apple-touch-icon.png', await png(tile(0, 5), 180))
writeFileSync('public/favicon.ico', ico(await png(tile(4, 1), 32), 32))

/** An .ico that holds one PNG, for the browsers that ask for /favicon.ico unbidden. */
function ico(image: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(image.length, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, image])
}
