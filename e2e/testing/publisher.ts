import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hashPassword } from '@/_accounts/passwords'
import { type Db, openDb } from '@/_platform/db'
import { share } from '@/_platform/shared'
import type { LegalVersion } from '@/_privacy/legal'
import { applyMigrations } from '../../prisma/migrate'
import { type App, startApp } from './app'

export const password = 'a long enough password'
const secret = 'known to the tests, and long enough to be a secret'

/** A deployment of this build whose legal texts a test can add to, and whose clock it can move. */
export class Publisher {
  private readonly root = mkdtempSync(join(tmpdir(), 'publisher-'))
  readonly dataDir = join(this.root, 'data')
  private app?: App
  private opened?: Db

  constructor() {
    share('secret', secret)
    mkdirSync(join(this.root, '.build'))
    for (const name of ['.next', 'public', 'node_modules', 'package.json', 'content'])
      if (existsSync(name)) symlinkSync(resolve(name), join(this.root, name))
    for (const name of readdirSync('.build'))
      if (name !== 'legal.json') symlinkSync(resolve('.build', name), join(this.root, '.build', name))
    this.texts = JSON.parse(readFileSync('.build/legal.json', 'utf8'))
  }

  private readonly texts: LegalVersion[]

  get db(): Db {
    this.opened ??= openDb(this.dataDir)
    return this.opened
  }

  /** Adds a version of a text: its newest, with a sentence of its own at the end. */
  publish(given: Pick<LegalVersion, 'document' | 'effective' | 'kind' | 'material' | 'changes'>): void {
    const newest = this.texts
      .filter(({ document, draft }) => document === given.document && !draft)
      .sort((one, other) => one.effective.localeCompare(other.effective))
      .at(-1)!
    const source = `${newest.source}\n\nA sentence that ${given.effective} added.\n`
    this.texts.push({ ...newest, ...given, source })
  }

  /** Starts the server as if it were this time (Unix ms), ending the one before it. */
  async startAt(time: number): Promise<App> {
    await this.stop()
    mkdirSync(this.dataDir, { recursive: true })
    await applyMigrations(this.dataDir)
    writeFileSync(join(this.root, '.build', 'legal.json'), JSON.stringify(this.texts))
    this.app = await startApp({
      dataDir: this.dataDir,
      cwd: this.root,
      env: {
        SECRET: secret,
        CLOCK_AHEAD: String(time - Date.now()),
        NODE_OPTIONS: `--import=${resolve('e2e/testing/clock.mjs')}`,
      },
    })
    return this.app
  }

  /** A user whose account began at this time (Unix ms), with the password above. */
  async addUser(email: string, createdAt: number): Promise<string> {
    const id = `user_${email.split('@')[0]}`
    const passwordHash = await hashPassword(password)
    await this.db.user.create({ data: { id, email, passwordHash, createdAt: new Date(createdAt) } })
    return id
  }

  /** What the local mailbox received, as `address: subject`, in order of the addresses. */
  async received(): Promise<string[]> {
    const mails = await this.db.mailboxMessage.findMany()
    return mails.map(({ to, subject }) => `${to}: ${subject}`).sort()
  }

  async stop(): Promise<void> {
    await this.app?.stop()
    this.app = undefined
  }

  async close(): Promise<void> {
    await this.stop()
    await this.opened?.$disconnect()
    rmSync(this.root, { recursive: true, force: true })
  }
}
