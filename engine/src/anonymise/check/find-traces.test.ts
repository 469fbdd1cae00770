import { createHash } from 'node:crypto'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import Encoding from 'encoding-japanese'
import iconv from 'iconv-lite'
import { expect, test, describe } from 'vitest'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import type { Traces } from '../traces.ts'
import { checkTraces, findTraces } from './find-traces.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const leaksIn = (bytes: Uint8Array) => findTraces([{ format: 'x', bytes }], KNOWN_TRACES)

/** What a leak could say, long enough for every encoding below to carry it. */
const NAMES = [
  '北浜精機',
  '森田恭子',
  'Kitahama Seiki',
  'kitahama-seiki.example',
  't.mori@kitahama-seiki.example',
  'フィヨルデル',
  'ingrid.solberg',
]

const encodeWord = (charset: string, bytes: Uint8Array): string =>
  `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`
const percentOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')
const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const quotedPrintable = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('')
    .replace(/(.{72})/gu, '$1=\r\n')

function zipMember(content: Uint8Array): Uint8Array {
  const data = deflateRawSync(content)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(1, 26)
  return Buffer.concat([header, Buffer.from('a'), data, Buffer.from('PK\u0005\u0006')])
}

/** Encodings by which a name could leave unseen (T15, T19, T24, T65). */
const ENCODINGS: Readonly<Record<string, (name: string) => Uint8Array>> = {
  plain: bytesOf,
  'utf-16le': (name) => iconv.encode(`x ${name} y`, 'utf-16le', { addBOM: true }),
  'utf-16be': (name) => iconv.encode(`x ${name} y`, 'utf-16be', { addBOM: true }),
  shift_jis: (name) => iconv.encode(name, 'shift_jis'),
  'euc-jp': (name) => iconv.encode(name, 'euc-jp'),
  'json escapes': (name) =>
    bytesOf([...name].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')),
  'decimal entities': (name) => bytesOf([...name].map((c) => `&#${c.charCodeAt(0)};`).join('')),
  'hexadecimal entities': (name) =>
    bytesOf([...name].map((c) => `&#x${c.charCodeAt(0).toString(16)}`).join(';')),
  percent: (name) => bytesOf(percentOf(bytesOf(name))),
  'percent twice': (name) => bytesOf(percentOf(bytesOf(name)).replaceAll('%', '%25')),
  'quoted-printable': (name) => bytesOf(quotedPrintable(bytesOf(name))),
  'quoted-printable in shift_jis': (name) =>
    bytesOf(quotedPrintable(iconv.encode(name, 'shift_jis'))),
  'encoded word': (name) => bytesOf(encodeWord('utf-8', bytesOf(name))),
  'encoded word in iso-2022-jp': (name) =>
    bytesOf(encodeWord('iso-2022-jp', encodingJapanese(name))),
  'encoded word in iso-2022-jp, switched at each letter': (name) =>
    bytesOf(encodeWord('iso-2022-jp', encodeIso2022(name))),
  'two encoded words cut inside a character': (name) => {
    const bytes = bytesOf(name)
    const half = Math.floor(bytes.length / 2)
    return bytesOf(
      `${encodeWord('utf-8', bytes.subarray(0, half))}\r\n ${encodeWord('utf-8', bytes.subarray(half))}`,
    )
  },
  'rfc 2231 in two parts': (name) => {
    const encoded = percentOf(bytesOf(name))
    const half = Math.floor(encoded.length / 6) * 3
    return bytesOf(
      `attachment; filename*0*=utf-8''${encoded.slice(0, half)};\r\n filename*1*=${encoded.slice(half)}`,
    )
  },
  base64: (name) => bytesOf(base64Of(bytesOf(name))),
  'base64 shifted by one': (name) => bytesOf(base64Of(bytesOf(`a${name}`))),
  'base64 shifted by two': (name) => bytesOf(base64Of(bytesOf(`ab${name}`))),
  'base64 inside a longer word': (name) => bytesOf(`id/xy${base64Of(bytesOf(name))}`),
  'base64 of utf-16le': (name) => bytesOf(base64Of(iconv.encode(name, 'utf-16le'))),
  'base64 of shift_jis': (name) => bytesOf(base64Of(iconv.encode(name, 'shift_jis'))),
  'base64 twice': (name) => bytesOf(base64Of(bytesOf(base64Of(bytesOf(`--${name}--`))))),
  base64url: (name) => bytesOf(Buffer.from(`?>${name}?>`).toString('base64url')),
  'base64 over several lines': (name) =>
    bytesOf(base64Of(bytesOf(`${'-'.repeat(50)}${name}`)).replace(/(.{20})/gu, '$1\r\n')),
  hex: (name) => bytesOf(Buffer.from(name).toString('hex')),
  'hex with spaces': (name) => bytesOf(Buffer.from(name).toString('hex').replace(/(..)/gu, '$1 ')),
  'hex escapes': (name) => bytesOf(Buffer.from(name).toString('hex').replace(/(..)/gu, '\\x$1')),
  reversed: (name) => bytesOf([...name].reverse().join('')),
  'reversed then base64': (name) => bytesOf(base64Of(bytesOf([...name].reverse().join('')))),
  gzip: (name) => gzipSync(bytesOf(name)),
  zlib: (name) => deflateSync(bytesOf(name)),
  zip: (name) => zipMember(bytesOf(name)),
  'gzip in base64': (name) => bytesOf(base64Of(gzipSync(bytesOf(name)))),
  'full width': (name) =>
    bytesOf(name.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
  'zero-width between letters': (name) => bytesOf([...name].join('\u200b')),
  'soft hyphens': (name) => bytesOf([...name].join('\u00ad')),
  spaced: (name) => bytesOf([...name].join(' ')),
  'tags between letters': (name) => bytesOf([...name].join('<i></i>')),
  'upper case': (name) => bytesOf(name.toUpperCase()),
}

const encodingJapanese = (name: string): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(name), { to: 'JIS', from: 'UNICODE' }))

/** ISO-2022-JP by hand for kanji and katakana (JIS X 0208 rows of EUC-JP without the high bit). */
function encodeIso2022(name: string): Uint8Array {
  const chunks = [...name].map((letter) => {
    const euc = iconv.encode(letter, 'euc-jp')
    return euc.length === 2
      ? Buffer.from([0x1b, 0x24, 0x42, ...[...euc].map((b) => b & 0x7f), 0x1b, 0x28, 0x42])
      : euc
  })
  return Buffer.concat(chunks)
}

/** Surroundings of each outgoing format. */
const FORMATS: Readonly<Record<string, (inner: Uint8Array) => Uint8Array>> = {
  text: (inner) => Buffer.concat([Buffer.from('See '), inner, Buffer.from(' end.')]),
  json: (inner) => Buffer.concat([Buffer.from('{"a":"'), inner, Buffer.from('","b":1}')]),
  url: (inner) =>
    Buffer.concat([Buffer.from('https://host.test/p?e='), inner, Buffer.from('&n=1')]),
  csv: (inner) => Buffer.concat([Buffer.from('domain,"'), inner, Buffer.from('",x\r\n')]),
}

describe('T15 T19 T24: no name leaves in any encoding and format', () => {
  test.each(Object.entries(ENCODINGS))('%s', (encoding, encode) => {
    const isWholeFile = encoding.startsWith('utf-16')
    const formats = isWholeFile ? { file: (inner: Uint8Array) => inner } : FORMATS
    const missed = NAMES.flatMap((name) =>
      Object.entries(formats)
        .filter(([, wrap]) => leaksIn(wrap(encode(name))).length === 0)
        .map(([format]) => `${name} in ${format}`),
    )
    expect(missed).toEqual([])
  })
})

describe('T10 T11 T12 T18: spellings of known names', () => {
  test.each([
    ['㈱北浜精機'],
    ['(株)北濵精機'],
    ['北 浜 精 機'],
    ['きたはませいき の きたはま精機'],
    ['ｷﾀﾊﾏ'],
    ['KITAHAMA SEIKI'],
    ['kitahamaseiki-hr@mail.test'],
    ['Кitahаmа Seiki'],
    ['k1t4h4ma-se1ki.test'],
    ['kitaharna-seiki.test'],
    ['xn--kitahm-seiki-gbb379i.test'],
    ['xn--kitahma-seiki-01k.test'],
    ['高橋 由紀子'],
    ['由紀子 髙橋'],
    ['Takahashi Yukiko'],
    ['TAKAHASI'],
    ['y.takahashi'],
    ['takahashiy'],
    ['morita'],
    ['もりた様'],
    ['モリタ'],
    ['Ｍｏｒｉｔａ'],
    ['森田様'],
    ['Solberg'],
    ['(KSK)'],
    ['tel 03 0206 1821'],
    ['+81-3-0206-1821'],
    ['０３−０２０６−１８２１'],
    ['口座5442369'],
    ['GB57NWBK63409960658095'],
    ['203.0.113.25'],
    ['203[.]0[.]113[.]25'],
    ['2001:DB8::25'],
    ['kthm-ws065'],
  ])('%s is found', (text) => {
    expect(leaksIn(bytesOf(text))).not.toEqual([])
  })

  test.each([
    ['A社の担当者を装い、B社に送金を求めるメールが届きました。'],
    ['Company A staff received a mail that asked Company B to pay into another account.'],
    ['memorial services at 203.0.113.2 and 203.0.113.250, 2001:db8:1::2'],
    ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    ["indicator--c9a1c0de-7b1c-4dc8-9c2f-0a5d8e7f1a11 [url:value = 'https://host.test/a']"],
    ['task skill asks'],
  ])('%s is clean', (text) => {
    expect(leaksIn(bytesOf(text))).toEqual([])
  })
})

test('T11: a permitted look-alike passes, the same name beside it does not', () => {
  const permitted = ['portal.kitaharna-seiki.test']
  const check = (text: string) =>
    findTraces([{ format: 'x', bytes: bytesOf(text) }], KNOWN_TRACES, { permitted })
  expect(check('block portal.kitaharna-seiki.test now')).toEqual([])
  expect(check('block portal[.]kitaharna-seiki[.]test now')).toEqual([])
  expect(check('portal.kitaharna-seiki.test imitates kitahama-seiki.example')).not.toEqual([])
})

test('T11: a permitted link whose code says a name when decoded passes, the same code elsewhere does not', () => {
  const code = Buffer.from('t.mori@kitahama-seiki.example').toString('base64url')
  const permitted = [`https://hr.portal-leave.test/s/?id=${code}`]
  const check = (text: string) =>
    findTraces([{ format: 'x', bytes: bytesOf(text) }], KNOWN_TRACES, { permitted })
  expect(check(`{"value":"${permitted[0]}"}`)).toEqual([])
  expect(check(`block hxxps://hr.portal-leave[.]test/s/?id=${code} now`)).toEqual([])
  expect(check(`${permitted[0]} and ${code}`)).not.toEqual([])
  expect(check(`https://hr.other.test/s/?id=${code}`)).not.toEqual([])
  const hex = Buffer.from('t.mori@kitahama-seiki.example').toString('hex')
  expect(check(`${permitted[0]} and ${hex}`)).not.toEqual([])
  expect(check(`${permitted[0]} t.mori@kitahama-seiki.example`)).not.toEqual([])
})

test('T11: a permitted link with an apostrophe passes in a pattern of STIX, where signs stand before it', () => {
  const code = Buffer.from('t.mori@kitahama-seiki.example').toString('base64url')
  const link = `https://evil.test/o'x/?u=${code}`
  const pattern = `[url:value = '${link.replaceAll("'", String.raw`\'`)}']`
  for (const text of [pattern, JSON.stringify({ pattern })]) {
    const bytes = bytesOf(text)
    expect(findTraces([{ format: 'x', bytes }], KNOWN_TRACES, { permitted: [link] })).toEqual([])
    expect(findTraces([{ format: 'x', bytes }], KNOWN_TRACES)).not.toEqual([])
  }
})

test('T11: many long permitted links are excused within what may be read', () => {
  const links = Array.from({ length: 60 }, (_, at) => {
    const rest = createHash('sha512').update(String(at)).digest('hex')
    return `https://evil${at}.test/?u=${Buffer.from(`t.mori@kitahama-seiki.example${rest}${rest}`).toString('base64url')}`
  })
  const bytes = bytesOf([...links, ...links].join('\n'))
  expect(findTraces([{ format: 'x', bytes }], KNOWN_TRACES, { permitted: links })).toEqual([])
}, 60_000)

describe('T11: a permitted link excuses its own code and nothing else', () => {
  const toLink = (code: string) => `https://evil.test/?e=${code}`
  const link = toLink(base64Of(bytesOf('t mori kitahama seiki')))
  const packed = deflateSync(
    bytesOf(`The provider is Kitahama Seiki in Osaka. ${'Pack this. '.repeat(9)}`),
  )
  const check = (...parts: readonly (string | Uint8Array)[]) =>
    findTraces(
      [{ format: 'x', bytes: Buffer.concat(parts.map((one) => Buffer.from(one))) }],
      KNOWN_TRACES,
      {
        permitted: [link],
      },
    )

  test.each([
    ['alone', [`indicator ${link}`]],
    ['at the end of a sentence', [`Block ${link}. Then call.`]],
    ['before Japanese', [`${link}を遮断してください`]],
    ['in an expression', [`[url:value = '${link}']`]],
    ['in JSON', [JSON.stringify({ value: `${link}\n` })]],
  ])('%s it passes', (_, parts) => {
    expect(check(...parts)).toEqual([])
  })

  test.each<readonly [string, readonly (string | Uint8Array)[]]>([
    ['a packed stream beside it', [`indicator ${link}\nstream\n`, packed]],
    ['a packed stream without it', ['stream\n', packed]],
    ['Shift_JIS beside it', [`${link}\n`, iconv.encode('北浜精機 Kitahama Seiki', 'shift_jis')]],
    ['a longer code that begins with it', [`${link} ${link}aGVsbG8gd29ybGQgYWdhaW4=`]],
    ['a longer path that begins with it', [`${link}/aGVsbG8gd29ybGQgYWdhaW4=`]],
    ['its code under another host', [link.replace('evil', 'other')]],
    [
      'its code written in hex beside it',
      [`${link} `, Buffer.from('t mori kitahama seiki').toString('hex')],
    ],
  ])('%s is found', (_, parts) => {
    expect(check(...parts)).not.toEqual([])
  })
})

test('a leak says where it is and how it was written', () => {
  const inner = Buffer.from('t.mori@kitahama-seiki.example').toString('base64')
  const [leak] = leaksIn(bytesOf(`日本語 ${inner}`))
  expect(leak).toMatchObject({ format: 'x', offset: 10, organisationId: 'org-kitahama' })
  expect(leak?.how).toContain('base64')
})

test('what cannot be read to its end is reported, not passed', () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000))
  expect(leaksIn(bomb).map(({ how }) => how)).toEqual(['too large to be read to its end'])
  expect(leaksIn(new Uint8Array(5_000_000))).toHaveLength(1)
})

test('traces too short to search are named', () => {
  const traces = {
    organisations: [{ ...KNOWN_TRACES.organisations[0]!, names: ['ア', 'K', '日本'] }],
  }
  expect(checkTraces([], traces).skipped).toEqual(['ア', 'K'])
})

/** Two hundred traces of forty people in ten companies. */
function manyTraces(): Traces {
  const kanji = [...'甲乙丙丁戊己庚辛壬癸']
  return {
    organisations: kanji.map((sign, index) => ({
      id: `org-${index}`,
      role: 'partner',
      names: [`株式会社試験${sign}工業`, `Shiken ${index}x Industries Co., Ltd.`],
      domains: [`shiken-${index}x.example`],
      hosts: [`mx${index}.shiken-${index}x.example`],
      ipAddresses: [`203.0.113.${index}`],
      numbers: [`03-1234-567${index}`],
      people: kanji.slice(0, 5).map((given, at) => ({
        names: [
          `山川 ${given}${sign}男`,
          `やまかわ ${'あいうえお'[at]}${'かきくけこさしすせそ'[index]}お`,
        ],
        addresses: [`yamakawa${index}${at}@shiken-${index}x.example`],
      })),
    })),
  }
}

test('a bulletin in four formats is checked for two hundred traces in time', () => {
  const sentence =
    '攻撃者は、B社の担当者を装い、A社に返信しました。The attacker asked for payment. '
  const objects = Array.from({ length: 40 }, (_, index) => ({
    id: `indicator--9f31c0de-7b1c-4dc8-9c2f-0a5d8e7f1a${10 + index}`,
    pattern: `[url:value = 'https://host${index}.trap.test/path/inv']`,
    description: sentence,
  }))
  const formats = [JSON.stringify(objects), sentence.repeat(80), sentence.repeat(80), sentence].map(
    (text, index) => ({ format: `f${index}`, bytes: Buffer.from(text) }),
  )
  const traces = manyTraces()
  checkTraces(formats, traces)
  const before = cpuMs()
  const check = checkTraces(formats, traces)
  // 100 ms is the aim on an idle core; the suite shares its cores, and caches with them.
  expect(cpuMs() - before).toBeLessThan(1000)
  expect(check.leaks).toEqual([])
  expect(check.traceCount).toBeGreaterThanOrEqual(180)
})

/** Time on a core: others use the machine as well. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

test('hostile bytes are read in bounded time', () => {
  for (const unit of [
    '%41',
    '=41',
    '&#65;',
    '\\u0041',
    'QUFB',
    '4141',
    'xn--a.',
    '<',
    'PK\u0003\u0004',
    'x\u009c',
    'a~>',
    '\ufdfa',
    `e${'\u0301'.repeat(60)}`,
    base64Of(bytesOf('Kitahama Seiki ')),
  ]) {
    const bytes = bytesOf(unit.repeat(60_000 / unit.length))
    const before = cpuMs()
    leaksIn(bytes)
    expect(cpuMs() - before).toBeLessThan(5000)
  }
})

// Each took the square of its length, or a thousandth of a second for every second byte: nine seconds at this size.
test.each([
  ['heads of compressed streams', Buffer.alloc(200_000, Buffer.from([0x78, 0x9c]))],
  ['heads of gzip members', Buffer.alloc(200_000, Buffer.from([0x1f, 0x8b, 8, 8]))],
  ['ends of ASCII85', bytesOf('a~>'.repeat(70_000))],
  ['marks on one letter', bytesOf('\u0301'.repeat(100_000))],
  ['names in Base64', bytesOf(base64Of(bytesOf('Kitahama Seiki '.repeat(4_000))))],
])('%s without end are read in a few seconds', (_, bytes) => {
  const before = cpuMs()
  leaksIn(bytes)
  expect(cpuMs() - before).toBeLessThan(5000)
})

test('a bundle of four hundred indicators with digests is read to its end', () => {
  const objects = Array.from({ length: 400 }, (_, index) => {
    const digest = createHash('sha256').update(String(index)).digest('hex')
    return {
      id: `indicator--9f31c0de-7b1c-4dc8-9c2f-0a5d8e7f${1000 + index}`,
      pattern: `[file:hashes.'SHA-256' = '${digest}']`,
      description: '取引先を装う偽の請求書です。A forged invoice of 1 < 2 > 0 & more. '.repeat(4),
    }
  })
  expect(leaksIn(bytesOf(JSON.stringify(objects)))).toEqual([])
  const named = { id: 'last', description: percentOf(bytesOf('北浜精機')) }
  const leaks = leaksIn(bytesOf(JSON.stringify([...objects, named])))
  expect(leaks.map(({ trace }) => trace)).toContain('株式会社北浜精機')
})

test.each([
  ['both parts of a name', 'K%69tahama Sei%6bi'],
  ['the paragraph before a name’s', 'a %41 b\n\nKitahama Seiki\n\nc'],
  ['the paragraph behind it, with line ends of mail', 'Kitahama\r\n Seiki\r\n\r\na %41 b'],
  ['the first and the last letter, over two lines', '%4bitahama\nSeik%69'],
  ['one of two encodings in one paragraph', 'x\n\nz %41 &#75;itahama Seiki\n\ny'],
])('what stands encoded in %s hides no name', (_, text) => {
  expect(leaksIn(bytesOf(text)).map(({ trace }) => trace)).toContain('Kitahama Seiki Co., Ltd.')
})
