import { expect, test } from 'vitest'
import { parseRegistration } from './parse-registration.ts'
import { parseRegistryDay } from './registry-day.ts'

test.each([
  ['2026-06-01T12:34:56Z', '2026-06-01'],
  ['2026/06/01 (JST)', '2026-06-01'],
  ['2026/06/01 10:20:30 (JST)', '2026-06-01'],
  ['2026. 06. 01.', '2026-06-01'],
  ['01-Jun-2026', '2026-06-01'],
  ['1 June 2026', '2026-06-01'],
  ['Mon Jun  1 12:34:56 UTC 2026', '2026-06-01'],
  ['June 1, 2026', '2026-06-01'],
  ['01.06.2026', '2026-06-01'],
  ['13/06/2026', '2026-06-13'],
  ['20260601', '2026-06-01'],
  ['before Aug-1996', undefined],
  ['2026年６月１日', '2026-06-01'],
  ['2026-02-30', undefined],
  ['1234567890123', undefined],
  ['', undefined],
])('%s is the day %s', (text, day) => expect(parseRegistryDay(text)).toBe(day))

const GENERIC = `
   Domain Name: KITAHARNA-SEIKI.EXAMPLE
   Registry Domain ID: 1_DOMAIN
   Registrar: Cheap Names, Inc.
   Updated Date: 2026-06-02T00:00:00Z
   Creation Date: 2026-06-01T09:00:00Z
   Registrant Organization: REDACTED FOR PRIVACY
>>> Last update of whois database: 2026-06-03T00:00:00Z <<<`

const JPRS_GENERIC = `[ JPRS database provides information on network administration. ]
Domain Information: [ドメイン情報]
[Domain Name]                   KITAHAMA-NISE.JP

[登録者名]                      北浜 偽
[Registrant]                    Nise Kitahama

[登録年月日]                    2026/06/01
[有効期限]                      2027/06/30
[状態]                          Active
[最終更新]                      2026/06/02 01:05:07 (JST)`

const JPRS_ORGANISATION = `Domain Information: [ドメイン情報]
a. [ドメイン名]                 KITAHAMA-SEIKI.CO.JP
e. [そしきめい]                 きたはませいき かぶしきがいしゃ
f. [組織名]                     北浜精機株式会社
g. [Organization]               Kitahama Seiki K.K.
[状態]                          Connected (2027/03/31)
[登録年月日]                    1999/04/02`

const NOMINET = `
    Domain name:
        fjordell-pumps.co.uk

    Registrar:
        Cheap Names Ltd [Tag = CHEAP]

    Relevant dates:
        Registered on: 01-Jun-2026
        Expiry date:  01-Jun-2027`

const RDAP = JSON.stringify({
  objectClassName: 'domain',
  ldhName: 'FJORDELL-PURNPS.EXAMPLE',
  events: [
    { eventAction: 'last changed', eventDate: '2026-06-20T00:00:00Z' },
    { eventAction: 'registration', eventDate: '2026-06-01T09:00:00Z' },
  ],
  entities: [
    {
      roles: ['registrar'],
      vcardArray: [
        'vcard',
        [
          ['version', {}, 'text', '4.0'],
          ['fn', {}, 'text', 'Cheap Names'],
        ],
      ],
    },
    {
      roles: ['registrant'],
      vcardArray: [
        'vcard',
        [
          ['fn', {}, 'text', 'N. Kitahama'],
          ['org', {}, 'text', 'Nise LLC'],
        ],
      ],
    },
  ],
})

test.each([
  [
    'the form of most registries',
    GENERIC,
    ['kitaharna-seiki.example', '2026-06-01', 'Cheap Names, Inc.', 'REDACTED FOR PRIVACY', 'whois'],
  ],
  [
    'JPRS, general-use names',
    JPRS_GENERIC,
    ['kitahama-nise.jp', '2026-06-01', undefined, 'Nise Kitahama', 'whois'],
  ],
  [
    'JPRS, names of organisations',
    JPRS_ORGANISATION,
    ['kitahama-seiki.co.jp', '1999-04-02', undefined, '北浜精機株式会社', 'whois'],
  ],
  [
    'values on the next line',
    NOMINET,
    ['fjordell-pumps.co.uk', '2026-06-01', 'Cheap Names Ltd [Tag = CHEAP]', undefined, 'whois'],
  ],
  [
    'RDAP (RFC 9083)',
    RDAP,
    ['fjordell-purnps.example', '2026-06-01', 'Cheap Names', 'Nise LLC', 'rdap'],
  ],
])('%s', (_, text, expected) => {
  const read = parseRegistration(text)
  expect([
    read?.domain,
    read?.registeredOn,
    read?.registrar,
    read?.registrant,
    read?.source,
  ]).toEqual(expected)
})

test.each([
  '',
  'No match for "X.EXAMPLE".',
  '{',
  '{}',
  '[]',
  '{"ldhName": 3}',
  'Domain Name: not a name!',
])('%j names no domain', (text) => expect(parseRegistration(text)).toBeUndefined())
