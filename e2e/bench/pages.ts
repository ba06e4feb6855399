import { readdirSync } from 'node:fs'
import { dataFolder, dropFolder } from './data'
import { load } from './load'
import type { Options } from './options'
import { cpuSeconds, peakMemory } from './processes'
import { heading, result } from './results'
import { startServer } from './server'

/** Requests a second of the home page and of a post, as a browser asks for them. */
export async function benchPages(options: Options): Promise<void> {
  const data = await dataFolder('pages', 90_000)
  const server = await startServer(data.dir, options.port)
  for (const path of ['/', `/blog/${somePost()}`]) {
    const first = await fetch(`${server.url}${path}`, { headers: { 'Accept-Encoding': 'br' } })
    const size = (await first.text()).length
    if (first.status !== 200) throw new Error(`${path} answered ${first.status}.`)
    await load({ url: server.url + path }, 32, { ...options, seconds: 1 })
    heading(`${path}, 32 connections, ${options.seconds} s (${options.tool})`)
    const before = cpuSeconds(server.child.pid)
    const got = await load({ url: server.url + path }, 32, options)
    result('requests', got.count / got.seconds, 'a second', { atLeast: 10_000 })
    result('  p50', got.p50, 'ms')
    result('  p99', got.p99, 'ms')
    result('  CPU of the server per 1,000', ((cpuSeconds(server.child.pid) - before) / got.count) * 1000, 's')
    result('  answers that were no success', got.errors, '', { atMost: 0 })
    result('  characters of HTML', size, '')
  }
  result('memory at its peak', peakMemory(server.child.pid), 'MiB')
  await server.end()
  dropFolder(data)
}

function somePost(): string {
  const [post] = readdirSync('content/blog').filter(file => file.endsWith('.mdx'))
  if (!post) throw new Error('There is no post in content/blog.')
  return post.replace(/\.mdx$/, '')
}
