import {
  fill,
  fillWith,
  HEAD,
  type HostileShape,
  mailOf,
  mailUnder,
  repeated,
  varied,
} from './hostile-shape.ts'

const multipart = (body: string) => mailOf('multipart/mixed; boundary=b', body)

/** Explosions of parts and mails (CVE-2026-116273, CVE-2024-4140) and of their encodings. */
const PARTS: readonly HostileShape[] = [
  varied(
    'multiparts in multiparts',
    (n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    (text) => Buffer.from(HEAD + text),
  ),
  repeated('many empty parts', '--b\r\n\r\n', multipart),
  repeated('many small texts', '--b\r\n\r\nhttp://a.example/ x\r\n', multipart),
  varied(
    'many small pages',
    (n) => `--b\r\nContent-Type: text/html\r\n\r\n<a href=http://h${n}.example>kaku-shoji</a>\r\n`,
    multipart,
  ),
  varied(
    'many small files',
    (n) => `--b\r\nContent-Disposition: attachment; filename=f${n}.html\r\n\r\n<script>${n}\r\n`,
    multipart,
  ),
  varied(
    'many names in RFC 2231 pieces',
    (n) =>
      `--b\r\nContent-Disposition: attachment; filename*0*=utf-8''%E3; filename*1*=%81${n}\r\n\r\n`,
    multipart,
  ),
  repeated('lines that look like boundaries', '--\n', multipart),
  repeated('lines that begin like the boundary', '--bb\n', multipart),
  repeated('mails in mails', 'Content-Type: message/rfc822\r\n\r\n', Buffer.from),
  varied(
    'mails beside mails',
    (n) => `--b\r\n\r\nFrom: a${n}@b.example\r\nSubject: s${n}\r\n\r\nhttp://h${n}.example/\r\n`,
    (text) => mailOf('multipart/digest; boundary=b', text),
  ),
  varied(
    'pages in mails beside mails',
    (n) =>
      `--b\r\n\r\nFrom: a${n}@b.example\r\nContent-Type: text/html\r\n\r\n<p>pw: abc${n}<a href=//h${n}.example>x</a>\r\n`,
    (text) => mailOf('multipart/digest; boundary=b', text),
  ),
  repeated('uuencoded files', 'begin 644 a.txt\n#0V%T\n`\nend\n', (text) =>
    mailOf('text/plain', text),
  ),
  repeated('a uuencoded text', `M${'A'.repeat(60)}\n`, (text) =>
    mailOf('text/plain', `begin 644 a.bin\n${text}\`\nend\n`),
  ),
  repeated('quoted-printable', '=E3=81=82=\r\n', (text) =>
    mailOf('text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable', text),
  ),
  repeated('broken quoted-printable', '= =G1=\t', (text) =>
    mailOf('text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable', text),
  ),
  repeated('base64 of one character a line', 'Q\r\n', (text) =>
    mailOf('text/html\r\nContent-Transfer-Encoding: base64', text),
  ),
  repeated('escapes of ISO-2022-JP', '\x1b$B\x1b(B', (text) =>
    mailOf('text/plain; charset=iso-2022-jp', text),
  ),
  repeated('broken Shift_JIS', '\x82\x81\xff\xa0', (text) =>
    Buffer.from(`${HEAD}Content-Type: text/plain; charset=shift_jis\r\n\r\n${text}`, 'latin1'),
  ),
  varied(
    'an mbox of many mails',
    (n) =>
      `From x@b.example Thu Oct  1 10:00:00 2026\nFrom: a${n}@b.example\nSubject: ${n}\n\nhttp://h${n}.example\n\n`,
    Buffer.from,
  ),
  repeated('quoted mails', 'From: a@b.example\r\nTo: b@c.example\r\nSubject: x\r\n\r\n> ', (text) =>
    mailOf('text/plain', text),
  ),
]

/** Headers and addresses (CVE-2025-14874, CVE-2026-100700, CVE-2026-48801). */
const HEADERS: readonly HostileShape[] = [
  varied('headers', (n) => `X-H${n}: v\r\n`, mailUnder),
  repeated('the same header', 'Subject: =?utf-8?B?44GC?=\r\n', mailUnder),
  repeated('a folded header', '\r\n b', (text) => mailUnder(`X-A: a${text}\r\n`)),
  repeated('encoded words', '=?iso-2022-jp?B?GyRCJCIbKEI=?= ', (text) =>
    mailUnder(`Subject: ${text}\r\n`),
  ),
  repeated('broken encoded words', '=?x?q?', (text) => mailUnder(`Subject: ${text}\r\n`)),
  varied(
    'recipients',
    (n) => `"A, B${n}" <a${n}@b${n}.example>, `,
    (text) => mailUnder(`Cc: ${text}\r\n`),
  ),
  {
    name: 'recipients in many fields',
    make: (size) =>
      mailUnder(
        fillWith((n) => `Cc: ${fillWith((m) => `a${n}-${m}@b.example,`, 8_000)}\r\n`, size),
      ),
  },
  varied(
    'senders',
    (n) => `From: "kaku-shoji${n}.example" <a${n}@kaku-shojl${n}.example>\r\n`,
    mailUnder,
  ),
  repeated('groups of recipients', 'g: a@b.example, ', (text) => mailUnder(`To: ${text}\r\n`)),
  {
    name: 'comments in comments',
    make: (size) => mailUnder(`To: ${fill('(', size / 2)}${fill(')', size / 2)}a@b.example\r\n`),
  },
  repeated('angles', '<', (text) => mailUnder(`From: ${text}\r\n`)),
  repeated('escaped quotes', '"\\', (text) => mailUnder(`From: ${text}\r\n`)),
  repeated('parameters', '; a*0*=x', (text) => mailUnder(`Content-Type: a/b${text}\r\n`)),
  varied(
    'references',
    (n) => ` <m${n}@b.example>`,
    (text) => mailUnder(`References:${text}\r\n`),
  ),
  varied(
    'dates',
    (n) => `Date: Thu, 1 Oct 2026 10:00:${n % 60} (${'('.repeat(200)}\r\n`,
    mailUnder,
  ),
]

const received = (n: number) =>
  `Received: from h${n}.example (h${n + 1}.example [192.0.2.${n % 250}])\r\n\tby h${n - 1}.example with ESMTPS id ${n} for <b@kaku-shoji.example>; Thu, 1 Oct 2026 10:00:00 +0900\r\n`
const SIGNATURE = 'a=rsa-sha256; c=relaxed/relaxed; s=s; h=from:to:subject:date; bh=AAAA; b=AAAA'

/** The path of a mail and its proofs, thousands of each. */
const PROOFS: readonly HostileShape[] = [
  varied('received fields', received, mailUnder),
  repeated(
    'one long received field',
    'from a.example (b.example [192.0.2.1]) by c.example; ',
    (text) => mailUnder(`Received: ${text}\r\n`),
  ),
  varied('signatures', (n) => `DKIM-Signature: v=1; d=d${n}.example; ${SIGNATURE}\r\n`, mailUnder),
  repeated('signatures that sign every field', 'from:', (text) =>
    mailUnder(
      fill(
        `DKIM-Signature: v=1; d=d.example; a=rsa-sha256; s=s; h=${text.slice(0, 9_000)}; bh=AAAA; b=AAAA\r\n`,
        text.length,
      ),
    ),
  ),
  {
    name: 'signatures over a large body',
    make: (size) =>
      Buffer.from(
        `${fillWith((n) => `DKIM-Signature: v=1; d=d${n}.example; ${SIGNATURE}\r\n`, 8_000)}${HEAD}\r\n${fill(' \t \r\n', size)}`,
      ),
  },
  varied(
    'sets of ARC',
    (n) =>
      `ARC-Seal: i=${n + 1}; a=rsa-sha256; cv=pass; d=a.example; s=s; b=AAAA\r\nARC-Message-Signature: i=${n + 1}; d=a.example; ${SIGNATURE}\r\nARC-Authentication-Results: i=${n + 1}; a.example; spf=pass\r\n`,
    mailUnder,
  ),
  varied(
    'results of others',
    (n) =>
      `Authentication-Results: mx${n}.example; spf=pass smtp.mailfrom=a@b.example; dkim=fail\r\n`,
    mailUnder,
  ),
  repeated('one long field of results', '; dkim=pass (x) header.d=a.example', (text) =>
    mailUnder(`Authentication-Results: mx.example${text}\r\n`),
  ),
  varied(
    'results of SPF',
    (n) =>
      `Received-SPF: pass (x) client-ip=192.0.2.1; envelope-from="a${n}@b.example"; helo=h\r\n`,
    mailUnder,
  ),
]

export const MAIL_SHAPES: readonly HostileShape[] = [...PARTS, ...HEADERS, ...PROOFS]
