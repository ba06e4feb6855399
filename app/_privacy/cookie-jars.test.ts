import { expect, it } from 'vitest'
import { cookieJars } from './cookie-jars'

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36'

it.each([
  ['Chrome', 'sent', chrome, null],
  ['Brave', 'apart', chrome, '"Brave";v="146", "Chromium";v="146", "Not A Brand";v="24"'],
  ['Microsoft Edge', 'sent', `${chrome} Edg/146.0.0.0`, null],
  ['Firefox', 'apart', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', null],
  [
    'Safari',
    'apart',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    null,
  ],
  [
    'Chrome',
    'apart',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/146.0.0.0 Mobile/15E148 Safari/604.1',
    null,
  ],
  ['This browser', 'unknown', null, null],
  ['This browser', 'unknown', '', null],
])('%s keeps cookies %s', (browser, jars, userAgent, brands) => {
  expect(cookieJars(userAgent, brands)).toEqual({ browser, jars })
})
