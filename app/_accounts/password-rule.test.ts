import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, it } from 'vitest'
import { fewestCharacters, newPassword } from './password-rule'

const takes = (password: string) => newPassword.safeParse(password).success

it('asks for length and nothing else', () => {
  for (const password of ['ten signs!', 'alllowercase words', '          x y', '日本語のパスワード十文字'])
    expect(takes(password)).toBe(true)
  for (const password of ['', 'ninesigns', 'x'.repeat(513)]) expect(takes(password)).toBe(false)
})

it('refuses every password of the list, whatever its case', () => {
  const long = dictionary['passwords-common'].filter(one => one.length >= fewestCharacters)
  expect(long.length).toBeGreaterThan(1000)
  expect(long.filter(takes)).toEqual([])
  for (const password of ['Password123', 'QWERTYUIOP', 'aaaaaaaaaaaa', 'abababababab'])
    expect(takes(password)).toBe(false)
})
