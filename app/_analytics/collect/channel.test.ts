import { expect, test } from 'vitest'
import { channelOf } from './channel'

const page = 'https://www.one.example/landing'
const google = 'https://www.google.com/'

test.each([
  [`${page}?utm_medium=cpc&utm_campaign=Spring`, google, 'Paid', 'Spring'],
  [`${page}?utm_medium=PPC`, google, 'Paid', 'Campaign Name Unknown'],
  [`${page}?utm_medium=e-mail&utm_campaign=Spring+Promo`, '', 'Email', 'Spring Promo'],
  [`${page}?utm_medium=search&utm_campaign=x`, '', 'Organic', 'x'],
  [`${page}?utm_medium=social+media&utm_campaign=x`, '', 'Social', 'x'],
  [`${page}?utm_medium=Affiliate&utm_campaign=x`, google, 'Affiliate', 'x'],
  [`${page}?utm_medium=constructor`, '', 'constructor', 'Campaign Name Unknown'],
  [`${page}?utm_medium=+&gclid=abc`, google, 'Paid', 'AdWords'],
  [`${page}?gclid=abc`, 'https://t.co/x', 'Paid', 'AdWords'],
  [page, google, 'Organic', 'Google'],
  [page, 'https://google.co.jp/search?q=x', 'Organic', 'Google'],
  [page, 'https://duckduckgo.com/', 'Organic', 'DuckDuckGo'],
  [page, 'https://www.ecosia.org/', 'Organic', 'Ecosia'],
  [page, 'https://m.facebook.com/', 'Social', 'm.facebook.com'],
  [page, 'https://de-de.facebook.com/', 'Social', 'de-de.facebook.com'],
  [page, 'https://t.co/abc', 'Social', 't.co'],
  [page, 'https://www.youtube.com/watch', 'Social', 'youtube.com'],
  [page, 'https://mail.google.com/', 'Referral', 'mail.google.com'],
  [page, 'https://docs.google.com/document', 'Referral', 'docs.google.com'],
  [page, 'https://notgoogle.com/', 'Referral', 'notgoogle.com'],
  [page, 'https://www.partner.example/list', 'Referral', 'partner.example'],
  [page, 'https://one.example/other', 'Direct', undefined],
  [page, 'Direct', 'Direct', undefined],
  [page, '', 'Direct', undefined],
  ['', '', 'Direct', undefined],
  ['not a page', 'https://partner.example/', 'Referral', 'partner.example'],
])('%s from %j comes by %s, %s', (landing, referrer, channel, origin) => {
  expect(channelOf(landing, referrer)).toEqual({ channel, ...(origin && { origin }) })
})
