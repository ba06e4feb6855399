import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressHash } from '@/_audience/address'
import { type Db, openDb } from '@/_platform/db'
import { enqueue } from '@/_platform/jobs.data'
import { share } from '@/_platform/shared'
import { applyMigrations } from '../../prisma/migrate'
import { type App, startApp } from './app'
import { startResendServer } from './resend-server'

const secret = 'known to the tests, and long enough to be a secret'

/** A deployment of this build that mails through a local server speaking Resend's API. */
export class MailApp {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'mail-app-'))
  readonly db: Db
  private app?: App

  private constructor(readonly provider: Awaited<ReturnType<typeof startResendServer>>) {
    share('secret', secret)
    mkdirSync(this.dataDir, { recursive: true })
    this.db = openDb(this.dataDir)
  }

  static async make(): Promise<MailApp> {
    const made = new MailApp(await startResendServer())
    await applyMigrations(made.dataDir)
    return made
  }

  /** Starts the server, or starts it again. @returns its address */
  async start(): Promise<string> {
    const env = { SECRET: secret, RESEND_API_KEY: this.provider.key, RESEND_BASE_URL: this.provider.url }
    this.app = await startApp({ dataDir: this.dataDir, env })
    return this.app.url
  }

  /** Ends it without a word. */
  async kill(): Promise<void> {
    const { process } = this.app!
    const gone = new Promise(resolve => process.once('exit', resolve))
    process.kill('SIGKILL')
    await gone
  }

  async close(): Promise<void> {
    await this.app?.stop()
    await this.db.$disconnect()
    this.provider.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** A subscriber with topics in a state. */
  async reader(email: string, topics: string[], given: { state?: string; pausedUntil?: Date } = {}) {
    const at = new Date()
    const { state = 'confirmed', ...more } = given
    await this.db.subscriber.create({
      data: {
        id: `subscriber_${email}`,
        email,
        emailHash: addressHash(email),
        createdAt: at,
        ...more,
        subscriptions: { create: topics.map(topic => ({ topic, state, askedAt: at })) },
      },
    })
  }

  /** A newsletter that goes out now, at most so many an hour. */
  async broadcast(subject: string, perHour = 0): Promise<void> {
    const at = new Date()
    const id = `broadcast_${subject.toLowerCase()}`
    const words = { topic: 'newsletter', subject, source: 'Words, and [a link](https://example.org/there).' }
    const times = { startAt: at, createdAt: at, updatedAt: at }
    await this.db.broadcast.create({
      data: { id, slug: id, ...words, perHour, state: 'scheduled', ...times },
    })
    const job = {
      kind: 'broadcast-enqueue',
      key: id,
      payload: { id },
      runAt: at.getTime(),
      now: at.getTime(),
    }
    await enqueue(this.db, job)
  }

  /** Who has received a message with this subject, in the order of their names. */
  received(subject: string): string[] {
    return this.provider.delivered
      .filter(mail => mail.subject === subject)
      .flatMap(({ to }) => to)
      .sort()
  }
}
