/**
 * A line that shows how far something is: redrawn in a terminal, written once at its end anywhere else.
 * @param what such as "Halden Tea"
 * @param total of the same unit as what `at` gets
 * @param unit what that counts; at the end it is always events
 */
export function progressLine(what: string, total: number, unit = 'events') {
  const began = process.hrtime.bigint()
  const { isTTY, columns = 80 } = process.stdout
  const width = Math.max(10, Math.min(40, columns - what.length - 40))
  let drawn = -1
  return {
    at(done: number): void {
      const filled = Math.min(width, Math.floor((done / total) * width))
      if (!isTTY || filled === drawn) return
      drawn = filled
      const bar = '█'.repeat(filled) + '·'.repeat(width - filled)
      process.stdout.write(`\r  ${what} ${bar} ${done.toLocaleString('en')} ${unit}`)
    },
    end(done: number): void {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9
      const speed = Math.round(done / seconds).toLocaleString('en')
      const clear = isTTY ? '\r\u001b[K' : ''
      const line = `  ${what}: ${done.toLocaleString('en')} events in ${seconds.toFixed(1)} s (${speed} a second)`
      process.stdout.write(`${clear}${line}\n`)
    },
  }
}
