import { writeFileSync } from 'node:fs'
import { dictionary } from '@zxcvbn-ts/language-common'
import { fewestCharacters } from './password-rule'

/** Writes common-passwords.ts anew: of the package's list only what the length alone would let through. */
const long = dictionary['passwords-common'].filter(password => password.length >= fewestCharacters)
const lines = long.join(' ').match(/.{1,108}(?= |$)/g) ?? []
writeFileSync(
  new URL('common-passwords.ts', import.meta.url),
  `/**
 * The passwords that people chose most, of those with ${fewestCharacters} characters or more, lower case and parted by blanks. Made by
 * make-common-passwords.ts from @zxcvbn-ts/language-common (MIT).
 */
export const commonPasswords = \`
${lines.map(line => line.trim()).join('\n')}
\`
`,
)
