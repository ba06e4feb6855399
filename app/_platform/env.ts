import { z } from 'zod'

const flag = z.enum(['on', 'off'])

/** Every variable that is read, with its form. `.env.example` explains the same ones. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Where app.db, log.db and sites/ live. */
  DATA_DIR: z.string().default('./data'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** The public address of this deployment; links in mails and the tracker's snippet use it. */
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Seals site secrets and signs links. Made on first start and kept in DATA_DIR/secret when not given. */
  SECRET: z.string().min(32).optional(),
  DEMO: flag.default('on'),
  /** Whether strangers can open an account of their own, on trial. */
  TRIALS: flag.default('on'),
  /** How many reverse proxies in front may be believed in X-Forwarded-For and X-Forwarded-Proto. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  EVENT_STORE: z.enum(['segments', 'clickhouse']).default('segments'),
  /** 32 bytes as 64 hexadecimal characters: encrypts personal fields at rest. */
  DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  /** A country database in MaxMind's format; without it the country is unknown. */
  GEOIP_FILE: z.string().optional(),
  /** Where the daily backups go; DATA_DIR/backups when missing. */
  BACKUP_DIR: z.string().optional(),
  /** How many daily backups are kept; 0 makes none. */
  BACKUP_KEEP: z.coerce.number().int().min(0).max(365).default(7),
  /** The company on whose machines this runs, for the list of service providers. */
  HOSTED_BY: z.string().max(200).optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z.url().optional(),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_API_BASE: z.url().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
})

export type Env = Omit<z.infer<typeof envSchema>, 'SITE_URL'> & { SITE_URL: string }

/**
 * Reads the environment; an empty string is missing.
 * @throws Error naming every variable that is wrong, so that the start stops with one clear sentence.
 */
export function readEnv(from: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const read = envSchema.safeParse(given)
  if (!read.success) {
    const wrong = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is wrong: ${wrong.join('; ')}`)
  }
  return {
    ...read.data,
    SITE_URL: (read.data.SITE_URL ?? `http://localhost:${read.data.PORT}`).replace(/\/$/, ''),
  }
}

export const env: Env = readEnv(process.env)

/** Next and React decide by NODE_ENV which of their builds runs; it must be set before they are loaded. */
export function declareMode(dev: boolean): void {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
}
