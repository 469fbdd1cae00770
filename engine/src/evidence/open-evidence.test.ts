import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, test } from 'vitest'
import { openEvidence } from './open-evidence.ts'
import { parseMessage } from './parse-message.ts'
import { findSharedPasswords } from './submission/find-shared-passwords.ts'

const mail = (subject: string, body = 'Body.') =>
  Buffer.from(
    `From: x@evil.example\r\nTo: a@corp.co.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n`,
  )

async function zip(files: Readonly<Record<string, Uint8Array>>, password?: string) {
  const writer = new ZipWriter(new Uint8ArrayWriter())
  for (const [name, bytes] of Object.entries(files)) {
    await writer.add(name, new Uint8ArrayReader(bytes), password === undefined ? {} : { password })
  }
  return writer.close()
}

/** A member's mail to the hub with files attached. */
function forward(
  attachments: readonly { type: string; name: string; bytes: Uint8Array }[],
  text = 'FYI',
) {
  const parts = attachments.map(({ type, name, bytes }) =>
    type === 'message/rfc822'
      ? `--q\r\nContent-Type: ${type}\r\n\r\n${Buffer.from(bytes).toString()}\r\n`
      : `--q\r\nContent-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`,
  )
  return Buffer.from(
    `From: Member <m@corp.co.example>\r\nTo: report@hub.example\r\nSubject: FW: please look\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n${parts.join('')}--q--\r\n`,
  )
}

function subjects(mails: readonly { readonly bytes: Uint8Array }[]): readonly string[] {
  return mails.map(({ bytes }) => parseMessage(bytes).subject)
}

describe('a submitted file', () => {
  test('one mail is itself', async () => {
    const bytes = mail('One')
    const opened = await openEvidence(bytes, { fileName: 'one.eml' })
    expect(opened).toMatchObject({ kind: 'mail', files: [], problems: [] })
    expect(opened.mails).toEqual([{ path: '0', bytes, fileName: 'one.eml' }])
    expect(opened.forward).toBeUndefined()
  })

  test.each([
    ['bytes of no kind', Buffer.from([0, 1, 2, 255]), 'a.bin'],
    ['a note', Buffer.from('Note: call me.\r\n'), 'メモ "1" (写し).txt'],
    ['a PDF', Buffer.from('%PDF-1.4\n'), 'a.pdf'],
    [
      'a name that would end its field',
      Buffer.from('%PDF-1.4\n'),
      'a\r\nFrom: b@c.example\r\n\r\n.pdf',
    ],
  ])('%s is read as the attachment of a mail made for it', async (_what, bytes, fileName) => {
    const opened = await openEvidence(bytes, { fileName })
    expect(opened.kind).toBe('file')
    expect(opened.problems.map(({ code }) => code)).toEqual(['file-without-mail'])
    const [mail] = opened.mails
    const message = parseMessage(mail?.bytes ?? Buffer.of())
    expect(message.from).toBeUndefined()
    const [file] = message.attachments
    expect(file?.fileName).toBe(fileName)
    expect(Buffer.from(file?.content ?? []).equals(bytes)).toBe(true)
  })

  test('an archive of samples is read whole', async () => {
    const bytes = await zip({ 'a.txt': Buffer.from('x') })
    const { kind, mails } = await openEvidence(bytes, { fileName: 'a.zip' })
    expect([kind, mails.length]).toEqual(['file', 1])
  })

  test('nothing is nothing', async () => {
    expect(await openEvidence(Buffer.of())).toMatchObject({ kind: 'unknown', mails: [] })
  })

  test('an mbox is its mails, quoted From lines and all', async () => {
    const from = 'From x@evil.example Tue Oct 13 09:00:00 2026\n'
    const body = (subject: string) =>
      `Subject: ${subject}\nFrom: x@evil.example\n\nText\n>From here on\nFrom now on\n\n`
    const opened = await openEvidence(Buffer.from(from + body('One') + from + body('Two')))
    expect(opened.kind).toBe('mbox')
    expect(subjects(opened.mails)).toEqual(['One', 'Two'])
    expect(Buffer.from(opened.mails[0]!.bytes).toString()).toBe(body('One').slice(0, -1))
  })

  test('a zip with the customary password gives its mails, whatever their folders and names', async () => {
    const inner = await zip({ 'three.eml': mail('Three') })
    const files = {
      'a/one.eml': mail('One'),
      'a/b/no-extension': mail('Two'),
      'note.txt': Buffer.from('Seen today.'),
      'inner.zip': inner,
    }
    const opened = await openEvidence(await zip(files, 'infected'))

    expect(opened.kind).toBe('archive')
    expect(subjects(opened.mails)).toEqual(['One', 'Two', 'Three'])
    expect(opened.mails.map(({ path }) => path)).toEqual(['1', '2', '4/1'])
    expect(opened.files).toEqual([{ path: '3', fileName: 'note.txt', sizeBytes: 11 }])
  })

  test('a zip with another password lists what it holds', async () => {
    const bytes = await zip({ 'one.eml': mail('One') }, 'secret-7')
    const closed = await openEvidence(bytes)
    expect(closed.files).toMatchObject([{ fileName: 'one.eml', unreadable: 'wrong-password' }])
    expect(closed.problems.map(({ code }) => code)).toEqual(['wrong-password'])

    const opened = await openEvidence(bytes, { passwords: ['secret-7'] })
    expect(subjects(opened.mails)).toEqual(['One'])
  })
})

describe('a forward to the hub', () => {
  test.each([
    ['message/rfc822', 'x.eml'],
    ['application/octet-stream', 'x.eml'],
  ])('attached as %s', async (type, name) => {
    const bytes = forward([
      { type, name, bytes: mail('One') },
      { type, name, bytes: mail('Two') },
    ])
    const opened = await openEvidence(bytes, { forwarded: true })
    expect(subjects(opened.mails)).toEqual(['One', 'Two'])
    expect(opened.forward).toEqual({ by: 'm@corp.co.example' })
  })

  test('attached in an archive whose password the text names', async () => {
    const archive = await zip({ 'one.eml': mail('One') }, 'kagi-2026')
    const bytes = forward(
      [{ type: 'application/zip', name: 's.zip', bytes: archive }],
      'パスワード：kagi-2026',
    )
    const opened = await openEvidence(bytes, { forwarded: true })
    expect(subjects(opened.mails)).toEqual(['One'])
    expect(opened.mails[0]?.path).toBe('2/1')
  })

  test('from a registered domain, which anybody can write, both are kept unless it came to the mailbox', async () => {
    const bytes = forward([{ type: 'message/rfc822', name: '', bytes: mail('One') }])
    const opened = await openEvidence(bytes, { ownDomains: ['corp.co.example'] })
    expect(subjects(opened.mails)).toEqual(['FW: please look', 'One'])
    expect(opened.mails[0]?.roles?.[0]?.likely).toBe('passes-on')
    expect(opened.forward).toBeUndefined()
  })

  test('a hostile mail does not hide behind a harmless one attached to it', async () => {
    const bytes = forward(
      [{ type: 'message/rfc822', name: '', bytes: mail('Harmless') }],
      'Sign in at http://evil.example/',
    )
    const { mails } = await openEvidence(bytes)
    expect(subjects(mails)).toEqual(['FW: please look', 'Harmless'])
    expect(mails.map(({ roles }) => roles?.map(({ place }) => place))).toEqual([
      ['outer'],
      ['inner'],
    ])
  })

  test('a forward without any mail in it is the mail itself', async () => {
    const opened = await openEvidence(mail('Odd'), { forwarded: true })
    expect(subjects(opened.mails)).toEqual(['Odd'])
    expect(opened.forward).toBeUndefined()
  })
})

describe('a mail quoted in a forward', () => {
  const BODY = 'お振込先が変わりました。\nhttp://pay.example/x'
  const english = (date: string) => [
    `From: 山田 太郎 <taro@evil.example>`,
    date,
    'To: 経理部 <keiri@corp.co.example>',
    'Subject: 請求書 (至急)',
  ]

  test.each([
    [
      'Outlook, English',
      [
        'Please check.',
        '',
        '-----Original Message-----',
        ...english('Sent: Tuesday, January 2, 2024 3:04 PM'),
        '',
        BODY,
      ],
    ],
    [
      'Outlook, Japanese',
      [
        '確認願います',
        '',
        '-----元のメッセージ-----',
        '差出人: 山田 太郎 <taro@evil.example>',
        '送信日時: 2024年1月2日 15:04',
        '宛先: 経理部 <keiri@corp.co.example>',
        '件名: 請求書 (至急)',
        '',
        BODY,
      ],
    ],
    [
      'Outlook, no separator, mailto',
      [
        '',
        '________________________________',
        '差出人: 山田 太郎 [mailto:taro@evil.example]',
        '送信日時: 2024年1月2日火曜日 15:04',
        '宛先: 経理部',
        ' <keiri@corp.co.example>',
        '件名: 請求書 (至急)',
        '',
        BODY,
      ],
    ],
    [
      'Gmail, English',
      [
        '---------- Forwarded message ---------',
        'From: 山田 太郎 <taro@evil.example>',
        'Date: Tue, Jan 2, 2024 at 3:04 PM',
        'Subject: 請求書 (至急)',
        'To: 経理部 <keiri@corp.co.example>',
        '',
        '',
        BODY,
      ],
    ],
    [
      'Gmail, Japanese',
      [
        '---------- Forwarded message ---------',
        'From: 山田 太郎 <taro@evil.example>',
        'Date: 2024年1月2日(火) 15:04',
        'Subject: 請求書 (至急)',
        'To: 経理部 <keiri@corp.co.example>',
        '',
        BODY,
      ],
    ],
    [
      'Apple Mail, quoted',
      [
        'Begin forwarded message:',
        '',
        ...english('Date: 2 January 2024 15:04:00 JST').map((line) => `> ${line}`),
        '> ',
        ...BODY.split('\n').map((line) => `> ${line}`),
      ],
    ],
    [
      'Thunderbird, Japanese',
      [
        '-------- 転送メッセージ --------',
        '件名: 請求書 (至急)',
        '日付: 2024年1月2日 15:04',
        '差出人: 山田 太郎 <taro@evil.example>',
        '宛先: 経理部 <keiri@corp.co.example>',
        '',
        BODY,
      ],
    ],
    [
      'bold labels',
      [
        '*From:* 山田 太郎 <taro@evil.example>',
        '*Sent:* 2024/01/02 15:04',
        '*To:* 経理部 <keiri@corp.co.example>',
        '*Subject:* 請求書 (至急)',
        '',
        BODY,
      ],
    ],
  ])('%s', async (_program, lines) => {
    const bytes = Buffer.from(
      `From: m@corp.co.example\r\nSubject: FW\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${lines.join('\r\n')}\r\n`,
    )
    const opened = await openEvidence(bytes, { forwarded: true })
    const message = parseMessage(opened.mails[0]!.bytes)

    expect(opened.problems.map(({ code }) => code)).toEqual(['reconstructed-from-inline-forward'])
    expect(message.from).toMatchObject({ displayName: '山田 太郎', address: 'taro@evil.example' })
    expect(message.addresses('to').map(({ address }) => address)).toEqual(['keiri@corp.co.example'])
    expect(message.subject).toBe('請求書 (至急)')
    expect(message.sentAt?.toISOString()).toMatch(/^2024-01-02T(?:15|06):04/)
    expect(message.shownText.trim().replace(/\r\n/g, '\n')).toBe(BODY)
    expect(message.problems).toEqual([])
  })

  test('a shown name that holds an address stays a name, the last address is the sender', async () => {
    const lines = [
      'From: 社長 <boss@corp.co.example> <desk@evil.example>',
      'Date: Tue, 2 Jan 2024 15:04:00 +0900',
      'To: k@corp.co.example',
      'Subject: x',
      '',
      'text',
    ]
    const bytes = Buffer.from(
      `From: m@corp.co.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n---------- Forwarded message ---------\r\n${lines.join('\r\n')}`,
    )
    const opened = await openEvidence(bytes, { forwarded: true })

    expect(parseMessage(opened.mails[0]!.bytes).from).toMatchObject({
      displayName: '社長 <boss@corp.co.example>',
      address: 'desk@evil.example',
    })
  })

  test('links of the HTML and other attachments come along', async () => {
    const bytes = Buffer.from(
      [
        'From: m@corp.co.example',
        'Subject: FW',
        'Content-Type: multipart/mixed; boundary=q',
        '',
        '--q',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Check <a href="http://hub.example/">this</a></p><hr><p><b>From:</b> X &lt;x@evil.example&gt;<br><b>Sent:</b> Tuesday, January 2, 2024 3:04 PM<br><b>To:</b> k@corp.co.example<br><b>Subject:</b> Bill</p><p>Pay <a href="http://pay.example/">here</a></p>',
        '--q',
        'Content-Type: application/pdf; name="bill.pdf"',
        '',
        '%PDF-1.4',
        '--q--',
        '',
      ].join('\r\n'),
    )
    const opened = await openEvidence(bytes, { forwarded: true })
    const message = parseMessage(opened.mails[0]!.bytes)

    expect(message.links.map(({ url }) => url)).toEqual(['http://pay.example/'])
    expect(message.attachments.map(({ fileName }) => fileName)).toEqual(['bill.pdf'])
  })

  test('a quoted subject cannot write a header of its own', async () => {
    const lines = [
      'From: x@evil.example',
      'To: a@corp.co.example',
      'Subject: a\u2028\u000bX-Evil: 1',
      '',
      'text',
    ]
    const bytes = Buffer.from(
      `From: m@corp.co.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${lines.join('\r\n')}`,
    )
    const opened = await openEvidence(bytes, { forwarded: true })
    expect(parseMessage(opened.mails[0]!.bytes).header('x-evil')).toEqual([])
  })

  test.each([
    ['an ordinary sentence', 'From: the office\nTo: you\nSubject: matter of taste'],
    ['two labels only', 'From: a@b.example\nSubject: x'],
  ])('%s is no quoted mail', async (_what, text) => {
    const bytes = Buffer.from(`From: m@corp.co.example\r\nSubject: s\r\n\r\n${text}\r\n`)
    const opened = await openEvidence(bytes, { forwarded: true })
    expect(subjects(opened.mails)).toEqual(['s'])
  })
})

test.each([
  ['a mail that has only its type', 'Content-Type: text/plain\r\n\r\nhello', 'a.bin'],
  ['a mail that lost its header', 'Please see http://pay.invalid/', 'a.eml'],
])('%s is a mail', async (_what, text, fileName) => {
  const opened = await openEvidence(Buffer.from(text), { fileName })
  expect([opened.kind, opened.mails.length]).toEqual(['mail', 1])
})

test('a program named like a mail is none', async () => {
  const program = Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')
  expect((await openEvidence(program, { fileName: 'a.eml' })).kind).toBe('file')
})

test('the password in one mail of a submission opens the archive in another (PPAP)', async () => {
  const first = forward([
    {
      type: 'application/zip',
      name: '見積書.zip',
      bytes: await zip({ 'a.txt': Buffer.from('x') }, 'Kq7-zz'),
    },
  ])
  const second = mail('Password', 'Password: Kq7-zz')
  const { mails } = await openEvidence(await zip({ '1.eml': first, '2.eml': second }))

  expect(findSharedPasswords(mails)).toContain('Kq7-zz')
})
