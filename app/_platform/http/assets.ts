import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { type Stored, sendStored, store } from './encode'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** Files of a folder by URL path, listed once; a file is read and compressed when it is first asked for. */
export class Assets {
  private readonly files = new Map<string, string>()
  private readonly ready = new Map<string, Promise<Stored>>()

  constructor(
    folder: string,
    prefix: string,
    private readonly cacheControl: string,
  ) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, name)
      if (statSync(file).isFile())
        this.files.set(prefix + name.split(sep).map(encodeURIComponent).join('/'), file)
    }
  }

  /** True when the path is one of these files, and then it has been answered. */
  answer(req: IncomingMessage, res: ServerResponse, path: string): boolean {
    const file = this.files.get(path)
    if (!file) return false
    let stored = this.ready.get(path)
    if (!stored) {
      stored = store(readFileSync(file), types[extname(file)] ?? 'application/octet-stream')
      this.ready.set(path, stored)
    }
    stored.then(body => sendStored(req, res, body, 200, [['Cache-Control', this.cacheControl]]))
    return true
  }
}
