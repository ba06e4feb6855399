import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { brand, colours } from './brand'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection()
  return {
    name: brand.name,
    short_name: brand.name,
    description: brand.description,
    start_url: '/',
    display: 'browser',
    background_color: colours.paper[0],
    theme_color: colours.paper[0],
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  }
}
