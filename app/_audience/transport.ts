/** A file that comes with a message; `type` is its whole content type. */
export type Attachment = { name: string; type: string; content: string }

/** A finished message, as a provider takes it. */
export type Message = {
  /** The outbox row's id: a provider that has seen it delivers nothing again. */
  id: string
  from: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  attachments: Attachment[]
}

/** Hands a message on; resolves with the provider's id for it. @throws TransportError, or anything else to be tried again */
export type Transport = (message: Message) => Promise<{ providerId: string }>

/** A refusal by the provider. `again` is false when no repetition can help (a malformed address, a revoked key). */
export class TransportError extends Error {
  constructor(
    message: string,
    readonly again: boolean,
    /** How long the provider asks to wait, in ms. */
    readonly wait?: number,
  ) {
    super(message)
    this.name = 'TransportError'
  }
}
