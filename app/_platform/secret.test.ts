import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'

let dataDir = ''

/** The module as a new process would load it. */
async function freshSecret(env: Record<string, string> = {}) {
  vi.resetModules()
  const registry: Map<string, unknown> | undefined = Reflect.get(globalThis, Symbol.for('firsthand.shared'))
  registry?.clear()
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubEnv('SECRET', env.SECRET ?? '')
  return import('./secret')
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'firsthand-test-'))
})

describe("the deployment's secret", () => {
  it('is made once, for its owner alone', async () => {
    const first = (await freshSecret()).keyedHash('test', 'x')
    const second = (await freshSecret()).keyedHash('test', 'x')
    expect(second).toBe(first)
    expect(readdirSync(dataDir)).toEqual(['secret'])
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is SECRET where that is given, and no file is made', async () => {
    await freshSecret({ SECRET: 'x'.repeat(32) }).then(secret => secret.keyedHash('test', 'x'))
    expect(readdirSync(dataDir)).toEqual([])
  })
})

describe('sealing', () => {
  it('brings back any text, and never looks the same twice', async () => {
    const { seal, unseal } = await freshSecret()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const sealed = seal('test', text)
        return unseal('test', sealed) === text && seal('test', text) !== sealed
      }),
    )
  })

  it('opens for its own purpose, unchanged, under its own secret only', async () => {
    const { seal, unseal } = await freshSecret({ SECRET: 'x'.repeat(32) })
    const sealed = seal('test', 'text')
    expect(() => unseal('other', sealed)).toThrow(/another SECRET/)
    expect(() => unseal('test', '')).toThrow(/another SECRET/)
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, 13, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(() => unseal('test', changed.toString('base64url'))).toThrow(/another SECRET/)
    }
    const other = await freshSecret({ SECRET: 'y'.repeat(32) })
    expect(() => other.unseal('test', sealed)).toThrow(/another SECRET/)
  })
})

describe('a signed link', () => {
  it('says whom it is for until it expires', async () => {
    const { sign, verify } = await freshSecret()
    const token = sign('unsubscribe', 'sub_1 äöü', 2000)
    expect(verify('unsubscribe', token, 1999)).toBe('sub_1 äöü')
    expect(() => verify('unsubscribe', token, 2000)).toThrow(/expired/)
  })

  it('is refused for another scope, or with anything changed', async () => {
    const { sign, verify } = await freshSecret()
    const token = sign('unsubscribe', 'sub_1', 2000)
    const [subject, expires, mac] = token.split('.')
    const other = Buffer.from('sub_2').toString('base64url')
    for (const forged of [
      `${other}.${expires}.${mac}`,
      `${subject}.zzz.${mac}`,
      `${subject}.${expires}`,
      '',
      '..',
    ])
      expect(() => verify('unsubscribe', forged, 0)).toThrow(/not complete/)
    expect(() => verify('confirm', token, 0)).toThrow(/not complete/)
  })
})
