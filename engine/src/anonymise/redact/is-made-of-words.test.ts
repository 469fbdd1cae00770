import { describe, expect, test } from 'vitest'
import { hideTokenWords } from './hide-token-words.ts'
import { isOpaque } from './opaque-token.ts'

const KITS =
  'index.php wp-content wp-includes login v1 2026 owa auth.html SignIn myAccount page12 jquery.min.js css2 office365 ' +
  'oauth2 cgi-bin roundcube phpMyAdmin autodiscover.xml payment_2026-11 t-sugiura yamada.taro mitsumori seikyusho nouhin ' +
  'keiri oshirase rakuten-card mercari etc-meisai docusign sharepoint verify-account web3app unsubscribe img01 ' +
  'DHL_Express FedEx GitHub iCloud xmlrpc.php 404.php x.php a 1 2026-11-27 wp-js-css logo-sm-2 Rechnung betaling encomenda ' +
  'myjcb v131.0.1 v2.0 qasr.basin.tender zhang.xiaoming khalid'

const TOKENS =
  'qzjxkvbwpmghqzjxkvbwpm Xk29fQ7 8f3a9c 731 173.gif a91f S1ZD c3VkYQ 8f3a9c1-notice.exe aXk29fQ7b qzjxkvbwpmgh ' +
  'v731.42.99 7Gh29xKq81Lm dGVzdA bdkqwx 2OSha4 w4dx a1-b2 k7_q3-x9 xkd-qzj k.t.h.m u1029384'

describe('T20: what is made of words and what may be a token', () => {
  test.each(KITS.split(' '))('%s stays readable', (part) => {
    expect(isOpaque(part)).toBe(false)
  })

  test.each(TOKENS.split(' '))('%s is a token', (part) => {
    expect(isOpaque(part)).toBe(true)
  })
})

describe('T20: words of subjects and file names', () => {
  test.each([
    ['case id aXk29fQ7b ref qzjxkvbwpmgh', 'case id **** ref ****'],
    ['8f3a9c1-notice.exe', '****-notice.exe'],
    ['請求書8f3a9c.xlsx', '請求書****.xlsx'],
    ['ｑｚｊｘｋｖｂｗ のお知らせ', '**** のお知らせ'],
    ['Invoice 4711 of 2026', 'Invoice **** of 2026'],
  ])('%s', (text, shown) => {
    expect(hideTokenWords(text)).toBe(shown)
  })

  test.each([
    ['【重要】アカウントの確認　2026年11月'],
    ['Vérifiez vos droits, 1.000 € en 24 heures'],
    ['Act now: up to 50,000 points for iPhone 15'],
    ['Überprüfen Sie Ihre Zahlung'],
    ['Срочно: подтвердите вход'],
  ])('%s stays as it is', (text) => {
    expect(hideTokenWords(text)).toBe(text)
  })
})
