import { createContentCollectionPlugin } from '@content-collections/next'

const withContent = createContentCollectionPlugin({ configPath: './app/_blog/content-collections.ts' })

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  experimental: { authInterrupts: true },
  images: { formats: ['image/webp'] },
  rewrites: async () => [
    { source: '/:part(blog|docs)/:slug([a-z0-9-]+).md', destination: '/:part/:slug/markdown' },
  ],
}

export default withContent(config)
