import { applyMigrations, createMigration, planMigration } from './migrate'

/** `npm run db:migrate`, `npm run db:migration -- NAME`, `npm run db:check`. */
const verbs: Record<string, (name: string | undefined) => Promise<void>> = {
  async apply() {
    const { env } = await import('@/_platform/env')
    const applied = await applyMigrations(env.DATA_DIR)
    for (const name of applied) console.log(`applied ${name}`)
    if (!applied.length) console.log('The database is up to date.')
  },
  async create(name) {
    if (!name) throw new Error('Say what the migration does: npm run db:migration -- add_comment_votes')
    const folder = await createMigration(name)
    console.log(
      folder ? `wrote ${folder}/migration.sql` : 'The schema and the migrations agree: nothing to do.',
    )
  },
  async check() {
    const plan = await planMigration('check')
    if (!plan) return console.log('The schema and the migrations agree.')
    console.error('The schema has changes that no migration makes: run `npm run db:migration -- NAME`.')
    console.error(plan.script)
    process.exitCode = 5
  },
}

const [verb = 'apply', name] = process.argv.slice(2)
try {
  const run = verbs[verb]
  if (!run) throw new Error(`Unknown: ${verb}. There are ${Object.keys(verbs).join(', ')}.`)
  await run(name)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
