/** Check digits of cards and national numbers. Each takes bare digits and letters, upper case. */

/** Luhn's sum (ISO/IEC 7812-1, annex B): cards and Canadian insurance numbers. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** Whether digits begin and are as long as a card of one of the networks. */
export const isCard = (digits: string): boolean => network.test(digits) && luhn(digits)

const network = new RegExp(
  `^(?:${[
    '4(?:\\d{12}|\\d{15}|\\d{18})', // Visa
    '(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}', // Mastercard
    '3[47]\\d{13}', // American Express
    '(?:6011|64[4-9]\\d|65\\d\\d)\\d{12}', // Discover
    '35(?:2[89]|[3-8]\\d)\\d{12}', // JCB
    '3(?:0[0-5]|[689]\\d)\\d{11}', // Diners Club
    '62\\d{14,17}', // UnionPay
    '(?:5018|5020|5038|5893|6304|6759|676[1-3])\\d{8,15}', // Maestro
  ].join('|')})$`,
)

/** Letters and digits of an IBAN by country (ISO 13616 registry). */
const ibanLengths: Record<string, number> = {}
for (const entry of (
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 ' +
  'FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
  'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
  'SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
).split(' ')) {
  ibanLengths[entry.slice(0, 2)] = Number(entry.slice(2))
}

export const ibanLength = (country: string): number => ibanLengths[country] ?? 0

/** ISO 7064, MOD 97-10. */
export function isIban(text: string): boolean {
  if (text.length !== ibanLength(text.slice(0, 2))) return false
  let rest = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt((i + 4) % text.length)
    rest = (code > 57 ? rest * 100 + code - 55 : rest * 10 + code - 48) % 97
  }
  return rest === 1
}

/** A US social security number as it can have been issued. */
export const isSocialSecurity = (digits: string): boolean =>
  !/^(?:000|666|9)/.test(digits) && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000'

/** Spanish DNI and NIE: the letter is the number modulo 23. */
export function isSpanishId(text: string): boolean {
  const number = Number(text.slice(0, -1).replace(/^[XYZ]/, first => `${'XYZ'.indexOf(first)}`))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === text.at(-1)
}

/** French NIR with its key: 97 minus the number modulo 97. Corsica's letters count as 19 and 18. */
export function isFrenchId(text: string): boolean {
  const digits = text.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - Number(BigInt(digits) % 97n) === Number(text.slice(13))
}

/** Brazilian CPF: two check digits modulo 11. */
export function isBrazilianId(digits: string): boolean {
  const check = (length: number) => {
    let sum = 0
    for (let i = 0; i < length; i++) sum += Number(digits[i]) * (length + 1 - i)
    return ((sum * 10) % 11) % 10
  }
  return !/^(\d)\1+$/.test(digits) && check(9) === Number(digits[9]) && check(10) === Number(digits[10])
}
