/** What the main thread tells the log writer; one message a batch. */
export type ToWriter =
  | { kind: 'batch'; sites: string[]; received: number[]; lines: string[]; ids: (string | undefined)[] }
  | { kind: 'trim'; toSeq: number; task: number }
  | { kind: 'scrub'; task: number }
  | { kind: 'close' }

/** What it answers. Batches are answered in the order they were sent; an `error` means nothing was stored. */
export type FromWriter =
  | { kind: 'ready' }
  | { kind: 'fatal'; error: string }
  | { kind: 'batch'; error?: string }
  | { kind: 'done'; task: number; error?: string }
