import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaClient } from '../../prisma/generated/client'
import { env } from './env'
import { sharedOnce } from './shared'

export type Db = PrismaClient

/** `app.db` of a data folder, opened through Prisma with libsql. Waits up to 5 s for another writer. */
export function openDb(dataDir: string): Db {
  mkdirSync(dataDir, { recursive: true })
  const url = `file:${join(resolve(dataDir), 'app.db')}`
  return new PrismaClient({ adapter: new PrismaLibSql({ url, timeout: 5000 } as { url: string }) })
}

/** The process's one client. Data verbs call it inside their bodies, never at import. */
export const db = (): Db => sharedOnce('db', () => openDb(env.DATA_DIR))
