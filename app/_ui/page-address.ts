import type { Metadata } from 'next'
import { brand } from '../brand'

/** Where the build puts the picture that a link preview of a page shows. */
export const ogImagePath = (path: string): string => `/og${path === '/' ? '/home' : path}.png`

/**
 * What a page says of its address: the canonical one, and for link previews its picture. Title and description of the
 * preview are the page's own.
 * @param pictured the page whose picture is shown, where this one has none of its own
 */
export function pageAddress(
  path: string,
  { types, pictured = path }: { types?: Record<string, string>; pictured?: string } = {},
): Pick<Metadata, 'alternates' | 'openGraph' | 'twitter'> {
  const image = { url: ogImagePath(pictured), width: 1200, height: 630 }
  return {
    alternates: { canonical: path, types },
    openGraph: { type: 'website', siteName: brand.name, url: path, images: [image] },
    twitter: { card: 'summary_large_image' },
  }
}
