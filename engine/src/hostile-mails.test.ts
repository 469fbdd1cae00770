import { describe, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { buildRegister } from './register/build-register.ts'
import { cpuSeconds } from './testing/cpu-seconds.ts'

// A megabyte takes less than a second on a quiet machine; the bound here is for work that grows with
// the square of its input, which takes minutes. `evidence/worst-cases.test.ts` measures parsing alone.

const SECONDS_MAX = 5
const SIZE_BYTES = 1_000_000
const register = buildRegister({
  organisations: [
    {
      name: '架空商事株式会社',
      aliases: ['Kaku Shoji'],
      domains: ['kaku-shoji.example'],
      people: [{ name: '山田 太郎', aliases: [], addresses: [], isExecutive: true }],
      partners: [],
      urlServices: [],
    },
  ],
})
const HEAD =
  'From: "Kaku Shoji" <a@partner.example>\r\nTo: b@kaku-shoji.example\r\nSubject: worst\r\n'
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE_BYTES / Buffer.byteLength(piece)))

/** Pieces that differ, for what is remembered by its value. */
function fillWith(make: (index: number) => string): string {
  const pieces: string[] = []
  for (let size = 0, index = 0; size < SIZE_BYTES; index++) {
    const piece = make(index)
    pieces.push(piece)
    size += piece.length
  }
  return pieces.join('')
}

const mailOf = (type: string, body: string) =>
  Buffer.from(`${HEAD}Content-Type: ${type}; charset=utf-8\r\n\r\n${body}`)
const withFile = (name: string, content: string) =>
  Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\n` +
      `Content-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${Buffer.from(content, 'latin1').toString('base64')}\r\n--b--\r\n`,
  )

async function expectCheap(mail: Uint8Array): Promise<void> {
  let sizeBytes = 0
  const seconds = await cpuSeconds(async () => {
    const analysis = await analyse(mail, { register })
    ;({ sizeBytes } = analysis)
  })
  expect(sizeBytes).toBe(mail.length)
  expect(seconds).toBeLessThan(SECONDS_MAX)
}

describe('a megabyte of text is analysed in time', () => {
  test.each([
    '\n',
    ' ',
    '\t\r\n',
    '\r',
    'a',
    'a@',
    'a.',
    '-',
    '_',
    '1-',
    '１',
    '(株)',
    'ｶﾞ',
    'a\u200b',
    '\u0301',
    '\u202e',
    '> > > a\r\n',
    'From: a@b.example\r\nTo: b\r\n\r\n',
    '-----Original Message-----\r\n',
    'wrote\n\n\n\n',
    'begin 644 a\n#AAAA\n',
    'http://a.example/?u=',
    'hxxp[:]//a[.]example ',
    '振込先を下記の口座へ変更いたします。',
    'our bank account has changed. urgent payment. ',
    '1,000,000円 ',
    '█▀▄ ▀█\n',
    'password: abc1\n',
    'QUJDREVGR0g=\n',
  ])('%j', (piece) => expectCheap(mailOf('text/plain', fill(piece))))
})

describe('a megabyte of HTML is analysed in time', () => {
  test.each([
    '<',
    '</a',
    '<!--',
    '<!--[if mso]><a href="http://a.example"><![endif]-->',
    '<a href="http://a.example/">',
    '<span style="display:none">x</span>y',
    '<p style="/*font-size:0;/*">x',
    '<table><tr><td>',
    '<td bgcolor=#000></td>',
    '<svg><a xlink:href="http://a.example/">',
    '<meta http-equiv=refresh content="0;url=http://a.example/">',
    '<script>eval(atob("YWxlcnQoMSk="));</script>',
    '&#104;&#116;',
  ])('%j', (piece) => expectCheap(mailOf('text/html', fill(piece))))
})

describe('thousands of different things are analysed in time', () => {
  test.each<[string, Uint8Array]>([
    [
      'look-alike hosts',
      mailOf(
        'text/plain',
        fillWith((n) => `http://kaku-shojl${n}.example/\n`),
      ),
    ],
    [
      'hosts with foreign letters',
      mailOf(
        'text/plain',
        fillWith((n) => `http://аpple${n}.com/\n`),
      ),
    ],
    [
      'addresses',
      mailOf(
        'text/plain',
        fillWith((n) => `a${n}@b${n}.example `),
      ),
    ],
    [
      'links',
      mailOf(
        'text/html',
        fillWith((n) => `<a href="http://h${n}.example/">http://x${n}.example</a>`),
      ),
    ],
    [
      'data: links',
      mailOf(
        'text/html',
        fillWith((n) => `<a href="data:text/html;base64,PHNjcmlwdD4${n}">x</a>`),
      ),
    ],
    [
      'pictures',
      mailOf(
        'text/html',
        fillWith((n) => `<img src="data:image/png;base64,iVBO${n}">`),
      ),
    ],
    ['headers', Buffer.from(`${fillWith((n) => `X-H${n}: v\r\n`)}${HEAD}\r\nx`)],
    [
      'signatures',
      Buffer.from(
        `${fillWith((n) => `DKIM-Signature: v=1; a=rsa-sha256; d=d${n}.example; s=s; h=from; bh=AAAA; b=AAAA\r\n`)}${HEAD}\r\nx`,
      ),
    ],
    [
      'results of others',
      Buffer.from(
        `${fillWith((n) => `Authentication-Results: mx${n}.example; spf=pass; dkim=fail\r\n`)}${HEAD}\r\nx`,
      ),
    ],
    [
      'recipients',
      Buffer.from(`${HEAD}Cc: ${fillWith((n) => `"A, B${n}" <a${n}@b.example>, `)}\r\n\r\nx`),
    ],
    [
      'mails inside',
      Buffer.from(
        `${HEAD}Content-Type: multipart/digest; boundary=b\r\n\r\n${fillWith((n) => `--b\r\n\r\nFrom: a${n}@b.example\r\n\r\nhttp://a.example/\r\n`)}`,
      ),
    ],
  ])('%s', (_name, mail) => expectCheap(mail))
})

describe('a part of broken files is analysed in time', () => {
  test.each([
    ['a.7z', '7z\xbc\xaf\x27\x1c\0\x04aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a.rar', 'Rar!\x1a\x07\x01\0aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a.cab', 'MSCF\0\0\0\0aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a.zip', 'PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a.pdf', '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj'],
    ['a.rtf', '{\\rtf1 {\\object{\\*\\objdata 01050000}}}'],
  ])('%s', (name, content) =>
    expectCheap(
      Buffer.from(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill(
          `--b\r\nContent-Disposition: attachment; filename=${name}\r\n\r\n${content}\r\n`,
        )}`,
        'latin1',
      ),
    ),
  )
})

describe('a megabyte of one file is analysed in time', () => {
  test.each([
    [
      'a.html',
      '<script>x="\\x61"+String.fromCharCode(97,98)+unescape("%41")+atob("QUJD");</script>',
    ],
    ['a.html', '<input '],
    ['a.html', '(![]+[])[+[]]+'],
    ['a.js', 'x="a"+"b"+'],
    ['a.vbs', 'a = a & Chr(65) & "b"\r\n'],
    ['a.ps1', "$a=('a'+'b') -replace 'c','d';iex $a;\r\n"],
    ['a.bat', '%a:~0,1%^'],
    ['a.csv', "=cmd|'/c calc'!A0,"],
    ['a.csproj', '<UsingTask '],
    ['a.csproj', '<Exec '],
    ['a.ics', 'BEGIN:VEVENT\nURL:http://a.example/\n '],
    ['a.rtf', '{\\rtf1{'],
    ['a.rtf', "{\\rtf1 {\\*\\objdata 4\\a5{\\b}\\'82"],
    ['a.pdf', '%PDF-1.4\n1 0 obj<<'],
    ['a.pdf', '%PDF-1.4\n1 0 obj('],
    ['a.pdf', '%PDF-1.4\n1 0 obj[/A 1 0 R'],
    ['a.txt', 'TVqQAAMAAAAEAAAA\n'],
    ['a.bin', 'MZPE\0\0'],
    ['a.asc', '-----BEGIN PGP MESSAGE-----\n\nyyyy\n'],
    ['smime.p7m', '\x30\x80'],
    ['winmail.dat', '\x78\x9f\x3e\x22\0\0\x02\x02\x90\x06\0\x0e\0\0\0'],
  ])('%s of %j', (name, piece) => expectCheap(withFile(name, fill(piece))))
})
