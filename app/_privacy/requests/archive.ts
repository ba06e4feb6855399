import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { env } from '@/_platform/env'
import { seal, unseal } from '@/_platform/secret'

const folder = () => join(env.DATA_DIR, 'archives')
const fileOf = (requestId: string) => join(folder(), `${requestId}.sealed`)
const purpose = 'request archive'

/** One ZIP of a readable list and a JSON file for each part, kept sealed until it is fetched or forgotten. */
export async function keepArchive(
  requestId: string,
  parts: { name: string; governedBy: string; data: unknown }[],
): Promise<void> {
  const list = [
    `What is held, for request ${requestId}.`,
    '',
    ...parts.map(
      ({ name, governedBy }) =>
        `${fileName(name)}: ${name}. Governed by the privacy policy of ${governedBy}.`,
    ),
    '',
  ]
  const files = Object.fromEntries([
    ['READ ME.txt', strToU8(list.join('\n'))],
    ...parts.map(({ name, data }) => [fileName(name), strToU8(`${JSON.stringify(data, null, 2)}\n`)]),
  ])
  await mkdir(folder(), { recursive: true })
  const zip = Buffer.from(zipSync(files)).toString('base64')
  await writeFile(fileOf(requestId), seal(purpose, zip), { mode: 0o600 })
}

const fileName = (name: string) => `${name.replaceAll(' ', '-')}.json`

/** The ZIP, or undefined when it was forgotten. */
export async function readArchive(requestId: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from(unseal(purpose, await readFile(fileOf(requestId), 'utf8')), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export const forgetArchive = (requestId: string): Promise<void> => rm(fileOf(requestId), { force: true })
