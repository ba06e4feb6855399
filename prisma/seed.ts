import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { events: { type: 'string' }, site: { type: 'string' }, 'data-dir': { type: 'string' } },
})
// The environment is read once, when its module loads: the flag must be there before.
if (values['data-dir']) Object.assign(process.env, { DATA_DIR: values['data-dir'] })

try {
  const { seed } = await import('./seeding')
  await seed({ events: values.events, site: values.site })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
