import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { sharedOnce } from '@/_platform/shared'
import { hand } from '@/_ui/logo-shape'
import { brand, colours } from '@/brand'

const [paper, ink, soft, signal] = [colours.paper[0], colours.ink[0], colours.soft[0], colours.signal[0]]

const font = () =>
  sharedOnce('og-font', () =>
    readFile(
      join(process.cwd(), 'node_modules/@fontsource/newsreader/files/newsreader-latin-500-normal.woff'),
    ),
  )

/** The picture of a link preview: a page's title on paper, 1200 × 630, as PNG. */
export async function drawOgImage(kind: string, title: string): Promise<Buffer> {
  const image = new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 72,
        background: paper,
        color: ink,
        fontFamily: 'Newsreader',
      }}
    >
      <div style={{ display: 'flex', fontSize: 34, color: soft }}>{kind}</div>
      <div style={{ display: 'flex', fontSize: title.length > 42 ? 76 : 92, lineHeight: 1.08 }}>{title}</div>
      <div style={{ display: 'flex', alignItems: 'center', gap: 20, fontSize: 38 }}>
        <svg aria-hidden="true" width="64" height="64" viewBox="0 0 32 32">
          <path fill={signal} d={hand.cuff} />
          <path fill={ink} d={hand.fist} />
        </svg>
        {brand.name}
      </div>
    </div>,
    { width: 1200, height: 630, fonts: [{ name: 'Newsreader', data: await font(), weight: 500 }] },
  )
  return Buffer.from(await image.arrayBuffer())
}

/** A post's picture, drawn once when it is first asked for: a post appears without a build. */
export async function ogImage(kind: string, title: string): Promise<Response> {
  const png = await sharedOnce(`og:${kind}:${title}`, () => drawOgImage(kind, title))
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
