import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../../anonymise/testing/draft-from-mail.ts'
import { findTextLinks } from './text-links.ts'
import { toNetworkUrl } from './to-network-url.ts'

test.each([
  // Shares, as RFC 8089 (appendix E.3) and Windows let them be written.
  ['file:////198.51.100.90/share/a.lnk', 'file://198.51.100.90/share/a.lnk'],
  ['file://evil-unc.test/share/x', 'file://evil-unc.test/share/x'],
  ['file:\\\\evil-unc.test\\share\\x', 'file://evil-unc.test/share/x'],
  ['file:///\\\\198.51.100.90\\share', 'file://198.51.100.90/share'],
  ['FILE://///evil-unc.test/share', 'file://evil-unc.test/share'],
  ['\\\\198.51.100.91\\share\\b.lnk', 'file://198.51.100.91/share/b.lnk'],
  ['¥¥evil-unc.test¥share', 'file://evil-unc.test/share'],
  ['\\\\?\\UNC\\evil-unc.test\\share', 'file://evil-unc.test/share'],
  // WebDAV, which Windows asks over http and https.
  ['\\\\evil-dav.test@SSL\\DavWWWRoot\\a.lnk', 'https://evil-dav.test/a.lnk'],
  ['\\\\evil-dav.test@SSL@8443\\DavWWWRoot\\a.lnk', 'https://evil-dav.test:8443/a.lnk'],
  ['\\\\evil-dav.test@8080\\a.lnk', 'http://evil-dav.test:8080/a.lnk'],
  // Programs that are handed an address.
  [
    'search-ms:query=a&crumb=location:\\\\evil-dav.test@SSL\\DavWWWRoot&x=1',
    'https://evil-dav.test',
  ],
  [
    'search-ms:query=a&crumb=location:%5C%5Cevil-dav.test%5Cshare&displayname=b',
    'file://evil-dav.test/share',
  ],
  ['ms-word:ofe|u|https://evil-ofe.test/a.docx', 'https://evil-ofe.test/a.docx'],
  ['ms-excel:ofv|u|https://evil-ofe.test/a.xlsx|z|en', 'https://evil-ofe.test/a.xlsx'],
  [
    'ms-appinstaller:?source=https://evil-app.test/a.msix&activate=1',
    'https://evil-app.test/a.msix',
  ],
  ['microsoft-edge:https://evil.test/a?b=1&c=2', 'https://evil.test/a?b=1&c=2'],
  // Hosts as in a page.
  ['ftp://evil-ftp.test/a.exe', 'ftp://evil-ftp.test/a.exe'],
  ['smb://evil-unc.test/share', 'smb://evil-unc.test/share'],
  ['//evil.test/login', 'https://evil.test/login'],
])('%s leads to %s', (link, url) => {
  expect(toNetworkUrl(link)).toBe(url)
})

test.each([
  'https://evil.test/',
  'file:///C:/Users/x/a.docx',
  'file:///usr/share/a',
  'file://localhost/etc/a',
  'file:C:\\a.docx',
  'mailto:a@b.example?body=https://evil.test/',
  'cid:logo@evil.test',
  'tel:0312345678',
  'javascript:open("https://evil.test/")',
  '\\n',
  '\\\\',
  '/page',
  'page.html',
  'a:b',
  'ftp://',
])('%s is a page of the web, or leads nowhere on the network', (link) => {
  expect(toNetworkUrl(link)).toBeUndefined()
})

describe('in text', () => {
  test.each([
    [
      '資料は \\\\evil-unc.test\\share\\請求書.lnk をご確認ください',
      ['\\\\evil-unc.test\\share\\請求書.lnk'],
    ],
    ['「¥¥198.51.100.91¥share¥b.lnk」', ['¥¥198.51.100.91¥share¥b.lnk']],
    ['see file://evil-unc.test/share/x.', ['file://evil-unc.test/share/x']],
    [
      'sftp://evil-ftp.test/a and https://evil.test/',
      ['sftp://evil-ftp.test/a', 'https://evil.test/'],
    ],
    // Shares of a network that only its owner knows, and code.
    ['\\\\fileserver\\keiri and "a\\\\nb" C:\\\\Windows\\\\System32.dll', []],
  ])('%s', (text, urls) => {
    expect(findTextLinks(text, 10).map(({ url }) => url)).toEqual(urls)
  })
})

test('each goes out as its host and its address, and the provider’s own do not', async () => {
  const links = [
    ...['file:////198.51.100.90/share/a.lnk', '\\\\198.51.100.91\\share\\b.lnk'],
    ...[
      'file://evil-unc.test/share/x',
      'search-ms:query=a&amp;crumb=location:\\\\evil-dav.test@SSL\\x',
    ],
    ...['ms-word:ofe|u|https://evil-ofe.test/a.docx', 'ftp://evil-ftp.test/a.exe'],
    ...['\\\\fs.hoshimi-kiko.example\\keiri\\x', '\\\\fileserver\\keiri', 'file:///C:/Users/x'],
  ]
  const { indicators } = await draftFromMail([
    'From: Desk <desk@pay.evil.test>',
    'To: suda@hoshimi-kiko.example',
    'Subject: Please check your payment',
    'Content-Type: text/html; charset=utf-8',
    '',
    ...links.map((link) => `<a href="${link}">open</a>`),
  ])
  expect(indicators.filter(({ context }) => context === 'link').map(({ value }) => value)).toEqual([
    ...['evil-dav.test', 'evil-ftp.test', 'evil-ofe.test', 'evil-unc.test'],
    ...['198.51.100.90', '198.51.100.91'],
    ...['file://198.51.100.90/share/a.lnk', 'file://198.51.100.91/share/b.lnk'],
    ...['file://evil-unc.test/share/x', 'ftp://evil-ftp.test/a.exe'],
    ...['https://evil-dav.test/x', 'https://evil-ofe.test/a.docx'],
  ])
})
