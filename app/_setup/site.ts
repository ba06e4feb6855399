import { parseArgs } from 'node:util'
import { createAccount } from '@/_accounts/accounts.data'
import { createSite } from '@/_analytics/sites.data'
import { env } from '@/_platform/env'
import { bringUpToDate } from '../../prisma/migrate'
import { runStoreCommand, storeCommands } from './store-commands'

const usage = [
  'create --name NAME --url URL [--account ID]',
  ...Object.values(storeCommands).map(one => one.usage),
]
  .map(words => `npm run site -- ${words}`)
  .join('\n       ')

/** Makes a site for a machine to write to and read from. Prints one line of JSON: siteId, key, secret, token. */
async function create(name: string, url: string, account?: string): Promise<void> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`--url must be an http or https address: ${url}`)
  await bringUpToDate(env.DATA_DIR)
  const accountId = account ?? (await createAccount({ name })).id
  const { site, secret, token } = await createSite({ accountId, name, url })
  process.stdout.write(`${JSON.stringify({ siteId: site.id, key: site.key, secret, token })}\n`)
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, url: { type: 'string' }, account: { type: 'string' } },
  })
  const [name = '', ...words] = positionals
  const command = Object.hasOwn(storeCommands, name) ? storeCommands[name] : undefined
  if (command) await runStoreCommand(command, words)
  else if (name === 'create' && values.name && values.url)
    await create(values.name, values.url, values.account)
  else throw new Error(`Usage: ${usage}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
