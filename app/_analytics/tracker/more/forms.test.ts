import { describe, expect, it } from 'vitest'
import { type Field, formProperties, isRecorded } from './forms'

const input = (name: string, more: Partial<Field> = {}): Field => ({
  tagName: 'INPUT',
  type: 'text',
  name,
  value: 'v',
  ...more,
})

describe('which fields are recorded', () => {
  it.each<[string, Field, boolean]>([
    ['a text', input('firstname'), true],
    ['a modern text type', input('website', { type: 'url' }), true],
    ['a number', input('age', { type: 'number' }), true],
    ['an email', input('e_mail', { type: 'email' }), true],
    ['a password', input('secret_word', { type: 'password' }), false],
    [
      'a password that claims to be included',
      input('x', { type: 'password', className: 'km_include' }),
      false,
    ],
    ['a hidden field', input('campaign', { type: 'hidden' }), false],
    ['a hidden identity', input('user_id', { type: 'hidden' }), true],
    ['a textarea', input('message', { tagName: 'TEXTAREA' }), false],
    [
      'a textarea that is included',
      input('message', { tagName: 'TEXTAREA', className: 'a km_include' }),
      true,
    ],
    ['an ignored field', input('firstname', { className: 'km_ignore b' }), false],
    ['no name', input(''), false],
    ['a select', { tagName: 'SELECT', type: 'select-one', name: 'plan' }, true],
    ['an unchecked box', input('news', { type: 'checkbox', checked: false }), false],
    ['a checked box', input('news', { type: 'checkbox', checked: true }), true],
    ['a file', input('cv', { type: 'file' }), false],
    ['a sensitive name that is included', input('card-hint', { className: 'km_include' }), true],
    ['a card by its autocomplete', input('number', { autocomplete: 'cc-number' }), false],
  ])('%s', (_, field, expected) => expect(isRecorded(field)).toBe(expected))

  it.each([
    'user_password',
    'billing[street]',
    'credit-card',
    'card_num',
    'cc_number',
    'ccNum',
    'exp_month',
    'sec_code',
    'security-code',
    'securitynum',
    'cvc',
    'CVV2',
    'ssn',
    'social_sec',
    'soc-sec',
    'csc',
    'iban',
    'pin',
    'user[pin]',
    'access_token',
    'otp',
  ])('%s is too sensitive', name => expect(isRecorded(input(name))).toBe(false))

  it('takes shipping for no PIN', () => expect(isRecorded(input('shipping_method'))).toBe(true))
})

describe('the properties of a form', () => {
  const none = () => {}

  it('gathers names that end in []', () =>
    expect(
      formProperties(
        [input('likes[]', { value: 'tea' }), input('likes[]', { value: 'apples, red' }), input('name')],
        none,
      ),
    ).toEqual({ 'likes[]': 'apples  red,tea', name: 'v' }))

  it("uses an option's text where it has no value", () =>
    expect(
      formProperties(
        [{ tagName: 'SELECT', name: 'plan', selectedOptions: [{ value: '', text: 'Gold' }] }],
        none,
      ),
    ).toEqual({ plan: 'Gold' }))

  it('keeps empty values', () => expect(formProperties([input('a', { value: '' })], none)).toEqual({ a: '' }))

  it('hands identities on', () => {
    const seen: string[] = []
    formProperties([input('E-Mail', { value: 'bob@x.io' }), input('login', { value: '' })], value =>
      seen.push(value),
    )
    expect(seen).toEqual(['bob@x.io'])
  })
})
