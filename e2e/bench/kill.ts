import { Agent, get } from 'node:http'
import { dataFolder, dropFolder } from './data'
import type { Options } from './options'
import { heading, note, result } from './results'
import { browser, exported, type Server, sendHit, startServer } from './server'

const senders = 32

/** Kills the server without warning while it is being loaded, and looks for every hit that it had acknowledged. */
export async function benchKill({ port, kills }: Options): Promise<void> {
  const data = await dataFolder('kill', 1_000)
  const acknowledged: string[] = []
  for (let round = 1; round <= kills; round++) {
    const server = await startServer(data.dir, port)
    await sendHit(server.url, data.site.key, `first-${round}`)
    void killAmid(server, acknowledged)
    const sent = Array.from({ length: senders }, (_, sender) =>
      sendUntilCut(server.url, data.site.key, `killed-${round}-${sender}-`, acknowledged),
    )
    await Promise.all(sent)
    await server.exited
  }
  const server = await startServer(data.dir, port)
  const ids = [...(await exported(server.url, data.site)).matchAll(/"_p":"(killed-[^"]+)"/g)].map(
    found => found[1]!,
  )
  const stored = new Set(ids)
  heading(`kill -9 under load, ${kills} times, ${senders} senders`)
  result('hits acknowledged', acknowledged.length, '', { atLeast: 1_000 })
  result('acknowledged hits missing from the export', acknowledged.filter(id => !stored.has(id)).length, '', {
    atMost: 0,
  })
  result('hits stored twice', ids.length - stored.size, '', { atMost: 0 })
  note('hits under way at a kill may be stored without having been acknowledged')
  await server.end()
  dropFolder(data)
}

/** Kills the server once some hundreds or thousands more are acknowledged, or 15 s have passed. */
async function killAmid(server: Server, acknowledged: string[]): Promise<void> {
  const enough = acknowledged.length + 400 + Math.random() * 8_000
  const latest = performance.now() + 15_000
  while (acknowledged.length < enough && performance.now() < latest)
    await new Promise(resolve => setTimeout(resolve, 5))
  await server.end('SIGKILL')
}

/** One sender, each hit of somebody else, that sends the next after the one before is acknowledged, until the connection breaks. */
async function sendUntilCut(url: string, key: string, prefix: string, acknowledged: string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let number = 0; number < 1_000_000; number++) {
    const id = `${prefix}${number}`
    const path = `/e?_k=${key}&_p=${id}&_n=Killed&_i=${id}`
    const status = await answerOf(`${url}${path}`, agent)
    if (status === undefined) break
    if (status === 200) acknowledged.push(id)
  }
  agent.destroy()
}

/** The status of an answer, 0 for a refused hit, undefined when there is no answer any more. */
const answerOf = (url: string, agent: Agent): Promise<number | undefined> =>
  new Promise(resolve => {
    const request = get(url, { agent, headers: { 'User-Agent': browser } }, answer => {
      const { statusCode, headers } = answer
      answer.resume()
      answer.once('end', () => resolve(headers['x-firsthand-dropped'] ? 0 : statusCode))
      answer.once('error', () => resolve(undefined))
    })
    request.once('error', () => resolve(undefined))
  })
