import { expect, it } from 'vitest'
import { streamOf } from './stream'

function counting(chunks: string[]) {
  const seen = { read: 0, ended: false }
  async function* read() {
    try {
      for (const chunk of chunks) {
        seen.read++
        yield chunk
      }
    } finally {
      seen.ended = true
    }
  }
  return { seen, stream: streamOf(read()) }
}

it('passes every chunk on, in order, as UTF-8', async () => {
  const { stream } = counting(['{"a":1}\n', '{"ü":"€"}\n'])
  expect(await new Response(stream).text()).toBe('{"a":1}\n{"ü":"€"}\n')
})

it('reads no further than the caller has asked', async () => {
  const { seen, stream } = counting(['1', '2', '3', '4'])
  expect(seen.read).toBe(0)
  const reader = stream.getReader()
  await reader.read()
  await new Promise(resolve => setImmediate(resolve))
  expect(seen.read).toBe(1)
})

it('ends the source when the caller goes away', async () => {
  const { seen, stream } = counting(['1', '2', '3'])
  const reader = stream.getReader()
  await reader.read()
  await reader.cancel()
  expect(seen).toEqual({ read: 1, ended: true })
})

it('breaks off with the error of its source, never as if it were complete', async () => {
  async function* broken() {
    yield 'one\n'
    throw new Error('the disk is gone')
  }
  await expect(new Response(streamOf(broken())).text()).rejects.toThrow('the disk is gone')
})
