import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { envSchema, readEnv } from '@/_platform/env'
import { documentedVariables } from './env-example.mjs'

const text = readFileSync('.env.example', 'utf8')
const shownFor = (name: string) => new RegExp(`^#? ?${name}=(.*)$`, 'm').exec(text)?.[1]

test('.env.example explains the variables that are read, each once', () => {
  expect(documentedVariables().sort()).toEqual(Object.keys(envSchema.shape).sort())
})

test('.env.example shows the defaults', () => {
  const { SITE_URL, ...defaults } = readEnv({})
  expect(SITE_URL).toBe('http://localhost:3000')
  for (const [name, value] of Object.entries(defaults)) expect(shownFor(name), name).toBe(String(value))
})

test('the values of .env.example are of the right form', () => {
  const shown = documentedVariables().map(name => [name, shownFor(name) ?? ''])
  expect(() => readEnv(Object.fromEntries(shown))).not.toThrow()
})

test('nothing is set by copying it as it is', () => {
  expect(text.split('\n').filter(line => line !== '' && !line.startsWith('#'))).toEqual([])
})
