import { existsSync } from 'node:fs'

/** A person's own settings, for commands that start without the setup. The environment goes first. */
if (existsSync('.env')) process.loadEnvFile('.env')
