import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSensitive, redactSensitive } from './sensitive'

describe('what looks like a payment card or a national number is replaced', () => {
  test.each([
    // The networks' published test numbers.
    ['4111111111111111', 'Visa'],
    ['4222222222222', 'Visa of 13 digits'],
    ['4111 1111 1111 1111', 'in groups'],
    ['4111-1111-1111-1111', 'with dashes'],
    ['4111.1111.1111.1111', 'with dots'],
    ['5555555555554444', 'Mastercard'],
    ['2223003122003222', 'Mastercard of the second range'],
    ['378282246310005', 'American Express'],
    ['3782 822463 10005', 'American Express in its groups'],
    ['6011111111111117', 'Discover'],
    ['3530111333300000', 'JCB'],
    ['30569309025904', 'Diners Club'],
    ['6200000000000005', 'UnionPay'],
    ['GB82WEST12345698765432', 'IBAN'],
    ['gb82 west 1234 5698 7654 32', 'IBAN in groups, small letters'],
    ['DE89 3704 0044 0532 0130 00', 'IBAN, German'],
    ['NO9386011117947', 'IBAN, the shortest'],
    ['MT84MALT011000012345MTLCAST001S', 'IBAN, the longest here'],
    ['536-90-4399', 'US social security number'],
    ['536 90 4399', 'US social security number with blanks'],
    ['AB 12 34 56 C', 'British national insurance number'],
    ['12345678Z', 'Spanish DNI'],
    ['X1234567L', 'Spanish NIE'],
    ['RSSMRA85T10A562S', 'Italian codice fiscale'],
    ['2 55 08 14 168 025 38', 'French NIR'],
    ['529.982.247-25', 'Brazilian CPF'],
    ['046 454 286', 'Canadian insurance number'],
  ])('%s (%s)', number => {
    expect(redactSensitive(number)).toBe('[redacted]')
    expect(redactSensitive(`pay ${number}, please`)).toBe('pay [redacted], please')
    expect(redactSensitive(`https://x.example/?n=${number}&m=1`)).toBe('https://x.example/?n=[redacted]&m=1')
  })

  test('several in one text, and what stands close to them', () => {
    expect(redactSensitive('4111 1111 1111 1111 12/27 123')).toBe('[redacted] 12/27 123')
    expect(redactSensitive('no 17 4111 1111 1111 1111 and 5555555555554444')).toBe(
      'no 17 [redacted] and [redacted]',
    )
  })
})

test.each([
  '4111111111111112',
  '1234567890123452',
  '9999999999999995',
  '1772452800000',
  '+1 212 555 1234',
  '212-555-1234',
  '(030) 1234567',
  '2026-03-02T12:00:00Z',
  '2026-03-02 12:00:00 2026-03-02 13:00:00',
  '192.168.100.100',
  'GA1.1.1234567890.1772452800',
  'GB82WEST12345698765433',
  '666-90-4399',
  '000-12-3456',
  '536-00-4399',
  '12345678A',
  '529.982.247-26',
  '111.111.111-11',
  '550e8400-e29b-41d4-a716-446655440000',
  'https://one.example/product/41111111111111112222',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  '',
])('%j is left as it is', text => {
  expect(redactSensitive(text)).toBe(text)
  expect(hasSensitive(text)).toBe(false)
})

test('no card survives in any text, and a text without digits is never changed', () => {
  const card = fc
    .tuple(
      fc.constantFrom('4', '51', '34', '6011'),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }),
    )
    .map(([prefix, digits]) => {
      const body = (prefix + digits.join('')).slice(0, prefix === '34' ? 14 : 15)
      let sum = 0
      for (let i = 0; i < body.length; i++) {
        const digit = Number(body[body.length - 1 - i]) * (i % 2 ? 1 : 2)
        sum += digit > 9 ? digit - 9 : digit
      }
      return body + ((10 - (sum % 10)) % 10)
    })
  const around = fc.string({ maxLength: 30 }).map(text => text.replace(/[\dA-Za-z]/g, ''))
  fc.assert(
    fc.property(card, around, around, (number, before, after) => {
      // A dash, dot or blank next to it may belong to the number's own group; then all of it goes.
      expect(redactSensitive(`${before}|${number}|${after}`)).toBe(`${before}|[redacted]|${after}`)
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), text => {
      const letters = text.replace(/\d/g, 'x')
      expect(redactSensitive(letters)).toBe(letters)
    }),
  )
})
