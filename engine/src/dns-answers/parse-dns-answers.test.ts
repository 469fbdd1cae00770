import { expect, test } from 'vitest'
import { parseDnsAnswers } from './parse-dns-answers.ts'

// The forms of dig 9.18, host, nslookup (Unix and Windows) and RFC 1035 §5.1, written by hand.
const DIG = `
; <<>> DiG 9.18.28 <<>> TXT s1._domainkey.fjordell-pumps.co.example
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 1, ADDITIONAL: 1

;; QUESTION SECTION:
;s1._domainkey.fjordell-pumps.co.example. IN TXT

;; ANSWER SECTION:
s1._domainkey.fjordell-pumps.co.example. 300 IN CNAME s1.keys.mailer.example.
s1.keys.mailer.example. 300 IN TXT "v=DKIM1; k=rsa; p=MIIB" "IjANBg"

;; AUTHORITY SECTION:
mailer.example. 300 IN NS ns.mailer.example.

;; ADDITIONAL SECTION:
ns.mailer.example. 300 IN A 192.0.2.53

;; Query time: 12 msec
;; WHEN: Tue Jun 02 10:00:00 JST 2026
`
const KEY = 'v=DKIM1; k=rsa; p=MIIBIjANBg'
const ORDER = ['_dmarc.a.example', 'b.example', 'c.example']
const heading = (status: string) =>
  `;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; QUESTION SECTION:\n;_dmarc.a.example. IN TXT\n`

test.each([
  [
    'dig, with an alias and what the server added',
    DIG,
    [
      ['s1.keys.mailer.example', 'TXT', [KEY], '2026-06-02'],
      ['s1._domainkey.fjordell-pumps.co.example', 'TXT', [KEY], '2026-06-02'],
    ],
  ],
  ['dig of a name that is not there', heading('NXDOMAIN'), [['_dmarc.a.example', 'TXT', []]]],
  ['dig of a name without such a record', heading('NOERROR'), [['_dmarc.a.example', 'TXT', []]]],
  [
    'lines of a zone file behind an answer of dig, with what dig prints at its end and without',
    `${heading('NXDOMAIN')};; AUTHORITY SECTION:\na.example. 60 IN NS ns.a.example.\n\n;; MSG SIZE  rcvd: 99\n\nb.example TXT "v=spf1 -all"\n${heading('NOERROR')}\nc.example TXT "v=spf1 -all"\n`,
    [
      ['b.example', 'TXT', ['v=spf1 -all']],
      ['_dmarc.a.example', 'TXT', []],
      ['c.example', 'TXT', ['v=spf1 -all']],
    ].toSorted((a, b) => ORDER.indexOf(String(a[0])) - ORDER.indexOf(String(b[0]))),
  ],
  [
    'lines of a zone file',
    '$ORIGIN a.example.\n$TTL 3600\n@ IN 300 TXT "v=spf1 ip4:192.0.2.0/24" " -all"\n  IN MX 10 mx\n  IN MX 10 mx.a.example.\n_dmarc 1h TXT "v=DMARC1; p=reject" ; the policy\nmx A 192.0.2.1\nmx AAAA 2001:db8::1\n',
    [
      ['a.example', 'TXT', ['v=spf1 ip4:192.0.2.0/24 -all']],
      ['a.example', 'MX', ['mx.a.example']],
      ['_dmarc.a.example', 'TXT', ['v=DMARC1; p=reject']],
      ['mx.a.example', 'A', ['192.0.2.1']],
      ['mx.a.example', 'AAAA', ['2001:db8::1']],
    ],
  ],
  [
    'a key over several lines in brackets',
    's1._domainkey.A.EXAMPLE. IN TXT ( "v=DKIM1; k=rsa; "\r\n\t"p=MIIB" ; half\r\n\t"IjANBg" )\r\n',
    [['s1._domainkey.a.example', 'TXT', [KEY]]],
  ],
  [
    'a text without quotation marks',
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@a.example',
    [['_dmarc.a.example', 'TXT', ['v=DMARC1; p=none; rua=mailto:d@a.example']]],
  ],
  [
    'two policies under one name',
    'a.example. TXT "v=spf1 -all"\na.example. TXT "proof=1"\na.example. TXT "v=spf1 -all"',
    [['a.example', 'TXT', ['v=spf1 -all', 'proof=1']]],
  ],
  [
    'escapes',
    'a.example. TXT "say \\"yes\\"\\059 \\\\"',
    [['a.example', 'TXT', ['say "yes"; \\']]],
  ],
  [
    'host',
    'a.example descriptive text "v=spf1 " "-all"\na.example has address 192.0.2.1\na.example has IPv6 address 2001:db8::1\na.example mail is handled by 10 mx.a.example.',
    [
      ['a.example', 'TXT', ['v=spf1 -all']],
      ['a.example', 'A', ['192.0.2.1']],
      ['a.example', 'AAAA', ['2001:db8::1']],
      ['a.example', 'MX', ['mx.a.example']],
    ],
  ],
  [
    'nslookup',
    'Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\nNon-authoritative answer:\na.example\ttext = "v=spf1 -all"\n',
    [['a.example', 'TXT', ['v=spf1 -all']]],
  ],
  [
    'nslookup of Windows',
    'サーバー:  dns.member.example\r\nAddress:  192.0.2.53\r\n\r\na.example\ttext =\r\n\r\n\t"v=spf1 "\r\n\t"-all"\r\n',
    [['a.example', 'TXT', ['v=spf1 -all']]],
  ],
  [
    'a name in Japanese',
    '_dmarc.日本語.example TXT "v=DMARC1; p=none"',
    [['_dmarc.xn--wgv71a119e.example', 'TXT', ['v=DMARC1; p=none']]],
  ],
  ['nothing', 'ご確認ください。', []],
])('%s', (_, text, expected) => {
  const { records, unread } = parseDnsAnswers(text)
  expect(
    records.map(({ name, type, values, recordedOn }) =>
      recordedOn === undefined ? [name, type, values] : [name, type, values, recordedOn],
    ),
  ).toEqual(expected)
  expect(unread).toEqual([])
})

test.each([
  ['"v=spf1 -all"', 'no-name'],
  ['s1._domainkey IN TXT "p=MIIB"', 'bad-name'],
  ['localhost TXT "x"', 'bad-name'],
  ['*.a.example TXT "x"', 'bad-name'],
  ['a.example A 192.0.2.400', 'bad-value'],
  ['a.example A 2001:db8::1', 'bad-value'],
  ['a.example TXT ""', 'bad-value'],
  [`a.example TXT "${'x'.repeat(5000)}"`, 'bad-value'],
  ['s1._domainkey.a.example TXT "v=DKIM1; p=MIIB', 'cut-off'],
  [heading('SERVFAIL'), 'no-answer'],
  [heading('REFUSED'), 'no-answer'],
])('%s is left out and said so', (text, reason) =>
  expect(parseDnsAnswers(text)).toEqual({ records: [], unread: [{ line: 1, reason }] }),
)
