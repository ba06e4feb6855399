import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fixLock, platformOf } from './fix-lock.mjs'

test('the committed lock is complete and names no registry', () => {
  const text = readFileSync('package-lock.json', 'utf8')
  const { lock, added } = fixLock(JSON.parse(text))
  expect(added).toEqual([])
  expect(`${JSON.stringify(lock, null, 2)}\n`).toBe(text)
})

test('a platform build that the registry lacks is added beside the ones it has', () => {
  const { lock, added } = fixLock({
    lockfileVersion: 3,
    packages: {
      '': { name: 'app' },
      'node_modules/tool': {
        version: '1.2.3',
        resolved: 'https://registry.example/tool.tgz',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '1.2.3', '@tool/darwin-arm64': '1.2.3' },
      },
      'node_modules/@tool/linux-x64-musl': { version: '1.2.3', integrity: 'sha512-x', optional: true },
    },
  })
  expect(added).toEqual(['@tool/darwin-arm64'])
  expect(lock.packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    os: ['darwin'],
    dev: true,
    optional: true,
  })
  expect(JSON.stringify(lock)).not.toContain('registry.example')
})

test('another version of the same build higher up does not stand in for it', () => {
  const { lock } = fixLock({
    packages: {
      'node_modules/@tool/linux-x64': { version: '2.0.0' },
      'node_modules/a/node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: { '@tool/linux-x64': '1.0.0' },
      },
    },
  })
  expect(lock.packages['node_modules/a/node_modules/tool/node_modules/@tool/linux-x64'].version).toBe('1.0.0')
})

test.each([
  ['@next/swc-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@next/swc-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('%s says its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})
