import { dataFolder, dropFolder } from './data'
import type { Options } from './options'
import { heading, result } from './results'
import { launch, sendHit } from './server'

/** From starting the process to the first hit that it has acknowledged. */
export async function benchStart({ port }: Options): Promise<void> {
  const data = await dataFolder('start', 90_000)
  heading('Cold start')
  for (const what of ['first start over the data', 'second start']) {
    const began = performance.now()
    const server = launch(data.dir, port)
    await firstHit(server.url, data.site.key, what.slice(0, 5))
    result(`${what}, to the first acknowledged hit`, performance.now() - began, 'ms', { below: 3_000 })
    await fetch(`${server.url}/`).then(answer => answer.arrayBuffer())
    result(`${what}, to the first page`, performance.now() - began, 'ms', { below: 3_000 })
    await server.end()
  }
  dropFolder(data)
}

async function firstHit(url: string, key: string, id: string): Promise<void> {
  let last: unknown
  for (let tries = 0; tries < 2_000; tries++) {
    try {
      return await sendHit(url, key, id)
    } catch (error) {
      last = error
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }
  throw last
}
