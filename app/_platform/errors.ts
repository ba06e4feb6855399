/** What can go wrong on purpose, and what HTTP calls it. Anything else is a bug and answers 500. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof statusOf

/** An expected failure. `message` is for the person who caused it; `field` names the input at fault. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field?: string,
  ) {
    super(message)
    this.name = 'AppError'
  }

  /** The server's bundle and Next's each have a class of this name: what one throws, the other has to know. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError' && 'code' in value
  }

  get status(): number {
    return statusOf[this.code]
  }
}

/** The JSON answer for an error: expected ones say what happened, a bug says only that it was one. */
export function toResponse(error: unknown): Response {
  if (error instanceof AppError) {
    const { code, message, field } = error
    return Response.json({ error: { code, message, ...(field && { field }) } }, { status: statusOf[code] })
  }
  throw error
}
