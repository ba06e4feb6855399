import pino from 'pino'
import { env } from './env'
import { sharedOnce } from './shared'

/** Structured log on stdout. Give facts as fields, never addresses, tokens or bodies. */
export const log = sharedOnce('log', () =>
  pino({
    level: env.LOG_LEVEL,
    base: undefined,
    redact: ['email', 'token', 'password', 'authorization', 'cookie', '*.email', '*.token', '*.password'],
  }),
)
