import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import { isBulkMail, isListMail } from './mail-kind.ts'

const toMessage = (lines: readonly string[]) =>
  parseMessage(Buffer.from(`${lines.join('\r\n')}\r\n\r\nbody\r\n`))
const from = (host: string) =>
  `Received: from ${host} (${host} [192.0.2.7]) by mx.member.example with ESMTPS; Tue, 2 Jun 2026 10:00:00 +0900`
const checked = (results: string) => `Authentication-Results: mx.member.example; ${results}`
const LIST = [
  'List-Id: <users.lists.forum.example>',
  'List-Post: <mailto:users@lists.forum.example>',
]
const PARTNER = 'From: a@partner.example'
const TO_ME = 'To: me@member.example'
const TO_LIST = 'To: users@lists.forum.example'

// Whether it is believed to come from a list, and to be sent to many.
test.each([
  [
    'a list whose server was checked',
    [
      checked('spf=pass smtp.mailfrom=forum.example; dmarc=fail header.from=partner.example'),
      from('lists.forum.example'),
      PARTNER,
      TO_LIST,
      ...LIST,
    ],
    true,
    true,
  ],
  [
    'a list that writes in its own name',
    [
      checked('dkim=pass header.d=forum.example'),
      from('lists.forum.example'),
      'From: users@lists.forum.example',
      TO_ME,
      ...LIST,
    ],
    true,
    true,
  ],
  [
    'a list without any check, written to',
    [from('lists.forum.example'), PARTNER, TO_LIST, ...LIST],
    true,
    true,
  ],
  [
    'list fields on a mail that only its own sender’s server passes for',
    [
      checked('spf=pass smtp.mailfrom=evil.example; dmarc=fail header.from=partner.example'),
      from('evil.example'),
      PARTNER,
      TO_LIST,
      ...LIST,
    ],
    false,
    false,
  ],
  [
    'list fields of the forger’s own list on a mail to me',
    [
      checked('spf=pass smtp.mailfrom=forum.example; dmarc=fail header.from=partner.example'),
      from('lists.forum.example'),
      PARTNER,
      TO_ME,
      ...LIST,
    ],
    false,
    false,
  ],
  ['list fields and nothing else', [from('evil.example'), PARTNER, TO_ME, ...LIST], false, false],
  ['Precedence: list', [from('evil.example'), PARTNER, TO_ME, 'Precedence: list'], false, false],
  [
    'X-Loop',
    [from('evil.example'), 'Return-Path: <x@evil.example>', PARTNER, TO_ME, 'X-Loop: yes'],
    false,
    false,
  ],
  [
    'a bounce address like a list’s',
    [from('evil.example'), 'Sender: x-bounces@evil.example', PARTNER, TO_ME],
    false,
    false,
  ],
  [
    'a newsletter of the sender’s own',
    [
      checked('dkim=pass header.d=partner.example'),
      from('mail.partner.example'),
      PARTNER,
      TO_ME,
      'List-Unsubscribe: <https://partner.example/stop>',
    ],
    false,
    true,
  ],
  [
    'a newsletter by a known service',
    [
      checked('spf=pass smtp.mailfrom=u1.rsgsv.net; dkim=fail header.d=partner.example'),
      from('u1.rsgsv.net'),
      PARTNER,
      TO_ME,
      'List-Unsubscribe: <https://partner.list-manage.com/u>',
    ],
    false,
    true,
  ],
  [
    'a way to leave in a forged mail',
    [
      checked('spf=pass smtp.mailfrom=evil.example; dmarc=fail header.from=partner.example'),
      from('evil.example'),
      PARTNER,
      TO_ME,
      'List-Unsubscribe: <https://evil.example/u>',
    ],
    false,
    false,
  ],
  [
    'a way to leave in a mail nobody checked, from elsewhere',
    [from('evil.example'), PARTNER, TO_ME, 'List-Unsubscribe: <https://partner.example/u>'],
    false,
    false,
  ],
  [
    'a newsletter nobody checked',
    [from('mail.partner.example'), PARTNER, TO_ME, 'List-Unsubscribe: <https://partner.example/u>'],
    false,
    true,
  ],
  [
    'a newsletter saved without its way',
    [PARTNER, TO_ME, 'List-Unsubscribe: <https://partner.example/u>'],
    false,
    true,
  ],
  ['an ordinary mail', [from('mail.partner.example'), PARTNER, TO_ME], false, false],
])('%s', (_, lines, isList, isBulk) => {
  const message = toMessage(lines)
  expect([isListMail(message), isBulkMail(message)]).toEqual([isList, isBulk])
})

test.each(['a.', 'a', '<', 'a-', '.'])('a megabyte of %j in list fields takes no time', (piece) => {
  const value = piece.repeat(1_000_000 / piece.length)
  const message = toMessage([
    PARTNER,
    `List-Id: ${value}`,
    `List-Post: ${value}`,
    `Precedence: list`,
  ])
  const started = performance.now()
  isListMail(message)
  isBulkMail(message)
  expect(performance.now() - started).toBeLessThan(1000)
})
