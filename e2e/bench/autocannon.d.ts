/** The part that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  namespace autocannon {
    type Request = { path?: string; [option: string]: unknown }
    type Options = {
      url: string
      connections: number
      /** Seconds. */
      duration: number
      headers: Record<string, string>
      requests?: { setupRequest: (request: Request) => Request }[]
    }
    type Result = {
      requests: { total: number }
      duration: number
      /** Milliseconds. */
      latency: { p50: number; p99: number }
      errors: number
      non2xx: number
    }
  }
  const autocannon: (options: autocannon.Options) => Promise<autocannon.Result>
  export = autocannon
}
