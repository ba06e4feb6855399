import { existsSync } from 'node:fs'
import { listening, type Running, startNode } from './processes'

export type Server = Running & { url: string }

/** Starts the production server over a data folder, without waiting for it. */
export function launch(dataDir: string, port: number): Server {
  for (const built of ['.build/server.mjs', '.next/BUILD_ID'])
    if (!existsSync(built)) throw new Error(`${built} is missing: run "npm start" once, then the benchmark.`)
  const url = `http://127.0.0.1:${port}`
  const env = { NODE_ENV: 'production', DATA_DIR: dataDir, PORT: `${port}`, HOST: '127.0.0.1', SITE_URL: url }
  return { ...startNode(['.build/server.mjs'], env), url }
}

export async function startServer(dataDir: string, port: number): Promise<Server> {
  const server = launch(dataDir, port)
  await listening(port, server)
  return server
}

/** The answer to a hit that must be stored. @throws Error when it is refused, with the reason */
export async function sendHit(url: string, key: string, id: string): Promise<void> {
  const query = new URLSearchParams({ _k: key, _p: 'probe', _n: 'Probe', _i: id })
  const answer = await fetch(`${url}/e?${query}`, { headers: { 'User-Agent': browser } })
  const dropped = answer.headers.get('x-firsthand-dropped')
  await answer.arrayBuffer()
  if (answer.status !== 200 || dropped) throw new Error(`A hit was refused: ${answer.status} ${dropped}`)
}

export const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** Everything that a site's export holds, as its text. */
export async function exported(url: string, site: { id: string; token: string }): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sites/${site.id}/export`, {
    headers: { Authorization: `Bearer ${site.token}` },
  })
  if (answer.status !== 200) throw new Error(`The export answered ${answer.status}.`)
  return answer.text()
}
