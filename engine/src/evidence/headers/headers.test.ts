import { describe, expect, test } from 'vitest'
import { parseMessage } from '../parse-message.ts'
import { parseDate } from './date.ts'
import { decodeEncodedWords } from './encoded-words.ts'
import { isIpv6, parseIp } from './ip-address.ts'
import { toOrganisation } from './organisation.ts'
import { parseParameters } from './parameters.ts'
import { parseReceived } from './received.ts'

/** Readings of one header that a mail program and an attacker may see differently. */
function fromList(value: string, name = 'From') {
  return parseMessage(Buffer.from(`${name}: ${value}\r\n\r\n`))
    .addresses(name)
    .map(({ displayName, address }) => [displayName, address])
}

describe('encoded words', () => {
  test.each([
    ['=?utf-8?Q?a_b=20c?=', 'a b c'],
    ['=?utf-8?B?44GC?=', 'あ'],
    ['=?utf-8*ja?B?44GC?=', 'あ'],
    ['x =?utf-8?B?44GC?=  =?utf-8?B?44GE?= y', 'x あい y'],
    ['=?utf-8?B?44?= =?utf-8?B?GC?=', 'あ'],
    ['=?utf-8?Q?=E3=81?= =?utf-8?Q?=82?=', 'あ'],
    ['=?utf-8?B?44E=?= =?utf-8?Q?=82?=', 'あ'],
    ['=?iso-8859-1?Q?caf=E9?= =?utf-8?B?44GC?=', 'caféあ'],
    ['=?utf-8?Q?what??=', 'what?'],
    ['=?utf-8?Q?a?=b=?utf-8?Q?c?=', 'abc'],
    ['=?utf-8?Q?=3Cevil@evil.example=3E?=', '<evil@evil.example>'],
    ['=?utf-8?X?abc?= =?broken', '=?utf-8?X?abc?= =?broken'],
  ])('%s', (raw, text) => {
    expect(decodeEncodedWords(raw).text).toBe(text)
  })

  test('an unknown charset is said, and its bytes are shown', () => {
    expect(decodeEncodedWords('=?x-none?Q?a=E9?=')).toEqual({
      text: 'a\u00e9',
      problem: 'unknown-charset',
    })
  })
})

describe('parameters', () => {
  test.each([
    // raw                                                     name        value
    ['a/b; name=x.pdf', 'name', 'x.pdf'],
    ['a/b; name="x y.pdf"', 'name', 'x y.pdf'],
    ['a/b; name=x y.pdf; b=1', 'name', 'x y.pdf'],
    ['a/b; name="say \\"hi\\".pdf"', 'name', 'say "hi".pdf'],
    ['a/b; name="C:\\temp\\x.exe"', 'name', 'C:\\temp\\x.exe'],
    ['a/b; name="cut', 'name', 'cut'],
    ['a/b; name=first; name=second', 'name', 'first'],
    ['a/b; NAME = "x"', 'name', 'x'],
    ["a/b; name*=utf-8'ja'%E3%81%82.txt", 'name', 'あ.txt'],
    ["a/b; name*1*=%82; name*0*=utf-8''%E3%81; name*2=100%", 'name', 'あ100%'],
    ["a/b; name=plain; name*=utf-8''%E3%81%82", 'name', 'あ'],
    ["a/b; name*=iso-2022-jp''%1B$B%24%22%1B%28B", 'name', 'あ'],
    ['a/b; name="=?utf-8?B?44GCLmV4ZQ==?="', 'name', 'あ.exe'],
    ['a/b; name="\x83e\x83X\x83g\x95\x5c.exe"', 'name', 'テスト表.exe'],
    ['a/b; boundary="a;b=c"', 'boundary', 'a;b=c'],
  ])('%s', (raw, name, value) => {
    expect(parseParameters(raw).parameters.get(name)).toBe(value)
  })

  test('the value is lower case without comments and spaces', () => {
    expect(parseParameters(' Text/HTML (really) ; charset=utf-8').value).toBe('text/html')
  })
})

describe('addresses', () => {
  test.each([
    // value                                                   mailboxes
    ['a@b.example', [['', 'a@b.example']]],
    ['Taro <a@b.example>', [['Taro', 'a@b.example']]],
    ['"Yamada, Taro" <a@b.example>', [['Yamada, Taro', 'a@b.example']]],
    ['Yamada, Taro <a@b.example>', [['Yamada Taro', 'a@b.example']]],
    ['a@b.example (Taro)', [['Taro', 'a@b.example']]],
    ['"a@real.example" <b@evil.example>', [['a@real.example', 'b@evil.example']]],
    ['a@real.example <b@evil.example>', [['a@real.example', 'b@evil.example']]],
    [
      '<a@b.example> <c@d.example>',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    [
      'a@b.example c@d.example',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    [
      'a@b.example; c@d.example',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    [
      'Group: a@b.example, c@d.example;',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['<<a@b.example>>', [['', 'a@b.example']]],
    ['A <x <a@b.example>', [['A x', 'a@b.example']]],
    ['Taro <a@b.example', [['Taro', 'a@b.example']]],
    ['"Taro <a@b.example>', [['Taro', 'a@b.example']]],
    ['Taro (cut <a@b.example>', [['Taro cut', 'a@b.example']]],
    ['"a b"@c.example', [['', '"a b"@c.example']]],
    ['Bank <"info@bank.example">', [['Bank', 'info@bank.example']]],
    ['<@relay.example:a@b.example>', [['', 'a@b.example']]],
    ['<a @ b . example>', [['', 'a@b.example']]],
    ['<a(x)@b.example>', [['', 'a@b.example']]],
    ['T <A.B@B.EXAMPLE.>', [['T', 'A.B@b.example']]],
    ['x <a@例え.example>', [['x', 'a@xn--r8jz45g.example']]],
    ['"\\"Quoted\\" name" <a@b.example>', [['"Quoted" name', 'a@b.example']]],
    ['=?utf-8?B?44?= =?utf-8?B?GC?= <a@b.example>', [['あ', 'a@b.example']]],
    ['Just A Name', []],
    ['<root>', [['', 'root']]],
    ['', []],
  ])('%s', (value, mailboxes) => {
    expect(fromList(value)).toEqual(mailboxes)
  })

  test('raw ISO-2022-JP whose bytes look like structure does not cut a name', () => {
    // In JIS these characters have the bytes of `<`, `>`, `"` and `,` (rows 0x3C, 0x3E, 0x22, 0x2C).
    const name = Buffer.from('1b24423c3e2c222c3c3e3c1b2842', 'hex').toString('latin1')
    const bytes = Buffer.from(`From: ${name} <a@b.example>\r\n\r\n`, 'latin1')
    expect(
      parseMessage(bytes)
        .addresses('from')
        .map((a) => a.address),
    ).toEqual(['a@b.example'])
  })

  test('a byte 0xA0 inside a raw UTF-8 character is no white space', () => {
    for (const name of ['代表取締役 佐伯 隆', 'Voilà Frères']) {
      const bytes = Buffer.from(`From: ${name} <a@b.example>\r\n\r\n`)
      expect(parseMessage(bytes).from?.displayName).toBe(name)
    }
  })

  test('the range of an address is its bytes, across a fold', () => {
    const bytes = Buffer.from('To: A <a@b.example>,\r\n 請求 <c@d.example>\r\n\r\n')
    const ranges = parseMessage(bytes)
      .addresses('to')
      .map(({ range }) => range)
    expect(ranges.map(({ start, end }) => bytes.toString('latin1', start, end))).toEqual([
      'a@b.example',
      'c@d.example',
    ])
  })

  test.each([
    ['mail.corp.co.jp', 'corp.co.jp'],
    ['corp.co.example', 'corp.co.example'],
    ['mail.corp.co.example', 'corp.co.example'],
    ['a.b.example', 'b.example'],
    ['someone.github.io', 'someone.github.io'],
    ['192.0.2.1', '192.0.2.1'],
    ['[192.0.2.1]', '[192.0.2.1]'],
    ['example', 'example'],
    ['', ''],
  ])('the organisation of %s', (domain, organisation) => {
    expect(toOrganisation(domain)).toBe(organisation)
  })
})

describe('dates', () => {
  test.each([
    ['Tue, 2 Jan 2024 03:04:05 +0900', '2024-01-01T18:04:05.000Z'],
    ['2 Jan 2024 03:04 +0900', '2024-01-01T18:04:00.000Z'],
    ['Tue, 2 Jan 24 03:04:05 JST', '2024-01-01T18:04:05.000Z'],
    ['Tue, 02 Jan 2024 03:04:05 GMT (comment)', '2024-01-02T03:04:05.000Z'],
    ['Tue, 2 Jan 2024 03:04:05', '2024-01-02T03:04:05.000Z'],
    ['Tue, 2-Jan-99 03:04:05 -0500', '1999-01-02T08:04:05.000Z'],
    ['Tue Jan  2 03:04:05 2024', '2024-01-02T03:04:05.000Z'],
    ['Tue Jan  2 03:04:05 JST 2024', '2024-01-01T18:04:05.000Z'],
    ['2024-01-02T03:04:05.123+09:00', '2024-01-01T18:04:05.000Z'],
    ['2024/01/02 03:04:05 +0900', '2024-01-01T18:04:05.000Z'],
    ['Tue, 2 January 2024 3:04:05 +0530', '2024-01-01T21:34:05.000Z'],
  ])('%s', (value, moment) => {
    expect(parseDate(value)?.toISOString()).toBe(moment)
  })

  test.each([
    ['Thu, 1 Jan 1970 00:00:00 +0000', '1970-01-01T00:00:00.000Z'],
    ['Fri, 31 Dec 9999 23:59:59 +0900', '9999-12-31T14:59:59.000Z'],
  ])('the first and the last year that can be kept: %s', (value, moment) => {
    expect(parseDate(value)?.toISOString()).toBe(moment)
  })

  test.each([
    'Fri, 31 Dec 9999 23:59:59 -1200',
    '9999-12-31T23:59:59-12:00',
    'Thu, 1 Jan 1970 00:00:00 +0900',
    '1 Jan 0000 00:00:00 +0000',
    '0001-01-01 00:00:00',
  ])('no moment that no database could hold: %s', (value) => {
    expect(parseDate(value)).toBeUndefined()
    const { sentAt, received } = parseMessage(
      Buffer.from(`Received: by mx.corp.example; ${value}\r\nDate: ${value}\r\n\r\n`),
    )
    expect([sentAt, received[0]?.at]).toEqual([undefined, undefined])
  })

  test.each(['', 'yesterday', '1', '31 Feb 2024 03:04:05 +0000', '2 Foo 2024 03:04', 'Jan 2024'])(
    'no moment in "%s"',
    (value) => {
      expect(parseDate(value)).toBeUndefined()
    },
  )
})

describe('Received', () => {
  const date = 'Tue, 2 Jan 2024 03:04:05 +0900'
  test.each([
    [
      `from helo.example (rdns.example [192.0.2.7])\r\n\tby mx.corp.example (Postfix) with ESMTPS id A1\r\n\tfor <keiri@corp.example>; ${date}`,
      ['helo.example', '192.0.2.7', 'mx.corp.example', 'ESMTPS', 'keiri@corp.example'],
    ],
    [
      `from [198.51.100.4] (port=1 helo=by.example) by mx.corp.example with smtp; ${date}`,
      ['[198.51.100.4]', '198.51.100.4', 'mx.corp.example', 'SMTP', undefined],
    ],
    [
      `from a.example (2001:db8::1) by b.example (203.0.113.5) with Microsoft SMTP Server id 1; ${date}`,
      ['a.example', '2001:db8::1', 'b.example', 'MICROSOFT', undefined],
    ],
    [
      `from unknown (HELO x.example) (192.0.2.9) by y.example with SMTP; ${date}`,
      ['unknown', '192.0.2.9', 'y.example', 'SMTP', undefined],
    ],
    [
      `by z.example with LMTP id 5; ${date}`,
      [undefined, undefined, 'z.example', 'LMTP', undefined],
    ],
    ['nonsense', [undefined, undefined, undefined, undefined, undefined]],
  ])('%s', (value, [fromName, fromIp, byName, withProtocol, forAddress]) => {
    const [header] = parseMessage(Buffer.from(`Received: ${value}\r\n\r\n`)).header('received')
    const hop = parseReceived(header!)
    expect([hop.fromName, hop.fromIp, hop.byName, hop.withProtocol, hop.forAddress]).toEqual([
      fromName,
      fromIp,
      byName,
      withProtocol,
      forAddress,
    ])
    expect(hop.at?.toISOString()).toBe(
      value === 'nonsense' ? undefined : '2024-01-01T18:04:05.000Z',
    )
  })

  test.each([
    ['2001:db8::1', true],
    ['::', true],
    ['1:2:3:4:5:6:7:8', true],
    ['::ffff:192.0.2.1', true],
    ['1:2:3:4:5:6:7', false],
    ['1::2::3', false],
    ['12345::', false],
    ['12:30', false],
  ])('%s is IPv6: %s', (text, answer) => {
    expect(isIpv6(text)).toBe(answer)
  })

  test('brackets and the IPv6 tag are taken off', () => {
    expect(parseIp('[IPv6:2001:DB8::1]')).toBe('2001:db8::1')
    expect(parseIp('256.1.1.1')).toBeUndefined()
  })
})

describe('fields', () => {
  const bytes = Buffer.from('A: 1\r\nSubject: two\r\n lines\r\nB: 3\r\n\r\nbody')
  const message = parseMessage(bytes)
  const subject = message.header('SUBJECT')[0]!

  test('ranges and lines point at the bytes', () => {
    expect(bytes.toString('latin1', subject.range.start, subject.range.end)).toBe(
      'Subject: two\r\n lines',
    )
    expect(bytes.toString('latin1', subject.valueRange.start, subject.valueRange.end)).toBe(
      'two\r\n lines',
    )
    expect(message.headers.map(({ line }) => line)).toEqual([1, 2, 4])
  })
})
