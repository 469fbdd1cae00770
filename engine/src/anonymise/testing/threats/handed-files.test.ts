import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { toAnswerIds, toQuestionId } from '../../question.ts'
import { draftFromFile, draftFromMail } from '../draft-from-mail.ts'

const NAME = '社内CSIRT報告_ベニモ課.txt'
const REPORT = ['memo', 'see https://drop.parcel-desk.test/a']

test('T17: the name of a file that was handed in by itself is asked about, and stays inside', async () => {
  const { values, asked } = await draftFromFile(REPORT, { fileName: NAME })
  expect(asked).toContain(`handed-file-name ${NAME}`)
  expect(values.join('\n')).not.toContain('ベニモ')
})

test('it goes out once a person says that it is the attacker’s', async () => {
  const options = { fileName: 'invoice_draft.txt' }
  const first = await draftFromFile(REPORT, options)
  const ids = first.questions.flatMap((question) => toAnswerIds(question))
  const decisions = Object.fromEntries(ids.map((id) => [id, 'keep' as const]))
  const { values } = await draftFromFile(REPORT, { ...options, decisions })
  expect(values).toContain('file-name invoice_draft.txt')
})

describe('T17: names and folders inside an archive that was handed in by itself', () => {
  const MEMBER = 'keiri_watanabePC/evidence_mizuki/invoice.js'
  const zipOf = (...names: readonly string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`var a = '${name}'`)])), {
      mtime: '2026-01-01T00:00:00',
    })
  const options = { fileName: 'kentai.zip' }

  test('are asked about, and stay inside', async () => {
    const { values, asked } = await draftFromFile(zipOf(MEMBER), options)
    expect(asked).toContain(`handed-file-name ${MEMBER}`)
    expect(values.filter((value) => value.startsWith('file-name '))).toEqual([])
  })

  test('go out, each by its own answer', async () => {
    const names = ['invoice.js', 'order.js', 'mizuki/bill.js', 'mizuki/note.js']
    const decisions = { [toQuestionId('handed-file-name', 'invoice.js')]: 'keep' } as const
    const { values } = await draftFromFile(zipOf(...names), { ...options, decisions })
    expect(values.filter((value) => value.startsWith('file-name '))).toEqual([
      'file-name invoice.js',
    ])
    // One question for all of them.
    const { asked } = await draftFromFile(zipOf(...names), options)
    expect(asked.filter((one) => one.startsWith('handed-file-name'))).toHaveLength(1)
  })
})

describe('T17: links in a file that was handed in by itself', () => {
  const LURE = 'https://login.parcel-two.test/signin'
  const OWN = 'https://portal.mizuki-holdings.example/case/77'
  const page = `<html><body><p>攻撃 <a href="${LURE}">x</a></p><p><a href="${OWN}">社内</a></p></body></html>`
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
    OWN,
    LURE,
  ]
    .map(
      (link, at) =>
        `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${link}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`
  const document = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>memo</w:t></w:r></w:p></w:body></w:document>',
    ),
    'word/_rels/document.xml.rels': strToU8(rels),
  })
  const shortcut = (link: string) => ['[InternetShortcut]', `URL=${link}`]
  const memo = (link: string) => [
    `{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "${link}"}{\\fldrslt x}}}`,
  ]
  const KEPT = toQuestionId('handed-place', 'parcel-two.test')

  test.each([
    ['houkoku.html', [page]],
    ['houkoku.docx', document],
  ] as const)('%s: are asked about, and go out each by its own answer', async (fileName, file) => {
    const { values, asked } = await draftFromFile(file, { fileName })
    expect(values.filter((value) => /^(?:url|domain) /u.test(value))).toEqual([])
    expect(asked).toContain('handed-place mizuki-holdings.example')
    expect(asked).toContain('handed-place parcel-two.test')
    const kept = await draftFromFile(file, { fileName, decisions: { [KEPT]: 'keep' } })
    expect(kept.values.join('\n')).not.toContain('mizuki')
    expect(kept.values).toContain(`url ${LURE}`)
  })

  test.each([
    ['link.url', shortcut],
    ['memo.rtf', memo],
  ] as const)('%s: its only one stays inside until a person publishes it', async (fileName, of) => {
    const own = await draftFromFile(of(OWN), { fileName })
    expect(own.asked).toContain('handed-place mizuki-holdings.example')
    expect(own.values.join('\n')).not.toContain('mizuki')
    const lure = await draftFromFile(of(LURE), { fileName })
    expect(lure.values.join('\n')).not.toContain('parcel-two')
    const kept = await draftFromFile(of(LURE), { fileName, decisions: { [KEPT]: 'keep' } })
    expect(kept.values).toContain(`url ${LURE}`)
  })
})

test.each([
  ['memo.html', 'text/html', '<a href="LINK">x</a>'],
  ['memo.url', 'application/octet-stream', '[InternetShortcut]\r\nURL=LINK\r\n'],
])(
  'T17: a link in %s that the provider attached itself is asked about',
  async (name, type, text) => {
    const { values, asked } = await draftFromMail([
      ...['Message-ID: <b1@hoshimi-kiko.example>', 'From: Mori <mori@hoshimi-kiko.example>'],
      ...['To: help@hub.example', 'Subject: report', 'Date: Thu, 26 Nov 2026 10:15:22 +0900'],
      ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b'],
      ...['Content-Type: text/plain', '', 'see the note', '--b', `Content-Type: ${type}`],
      `Content-Disposition: attachment; filename="${name}"`,
      ...['', text.replace('LINK', 'https://portal.mizuki-holdings.example/case/77'), '--b--', ''],
    ])
    expect(values.join('\n')).not.toContain('mizuki')
    expect(asked).toContain('own-place mizuki-holdings.example')
  },
)

test('T17: what the provider attached to a mail of its own, and where it wants the answer, stays inside', async () => {
  const { values, asked } = await draftFromMail([
    ...['Message-ID: <b1@hoshimi-kiko.example>', 'From: Mori <mori@hoshimi-kiko.example>'],
    ...['Reply-To: soc@mizuki-holdings.example', 'Return-Path: <soc@mizuki-mail.example>'],
    ...['To: help@hub.example', 'Subject: report', 'Date: Thu, 26 Nov 2026 10:15:22 +0900'],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b'],
    ...['Content-Type: text/plain', '', 'we got https://pay-desk.test/x today', '--b'],
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="mizuki_keiri_PC77.log"',
    ...['', 'a log', '--b--', ''],
  ])
  expect(values.join('\n')).not.toContain('mizuki')
  expect(asked).toEqual(
    expect.arrayContaining([
      'handed-file-name mizuki_keiri_PC77.log',
      'own-place mizuki-holdings.example',
    ]),
  )
})

test('the name that a mail gives to what it brings is the attacker’s, unasked', async () => {
  const { values, asked } = await draftFromMail([
    'From: a@parcel-desk.test',
    'To: mori@hoshimi-kiko.example',
    'Subject: notice of delivery',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="invoice_draft.js"',
    '',
    'var a = 1',
    '--b--',
  ])
  expect(values).toContain('file-name invoice_draft.js')
  expect(asked.filter((one) => one.startsWith('handed-file-name'))).toEqual([])
})

describe('T17: what came along with a forward whose text quotes the attack', () => {
  const NAME_OF_OWN = 'benimo_mizuhashi_shot.log'
  const LURE = 'url https://login.parcel-two.test/signin'
  const forward = [
    'Message-ID: <f1@hoshimi-kiko.example>',
    'From: Mizuhashi <mizuhashi@hoshimi-kiko.example>',
    ...['To: help@hub.example', 'Subject: FW: notice', 'Date: Thu, 26 Nov 2026 10:15:22 +0900'],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b'],
    ...['Content-Type: text/plain; charset=utf-8', '', '不審メールです', ''],
    ...['差出人: Desk <a@parcel-desk.test>', '送信日時: 2026年11月26日 9:12'],
    ...['宛先: 水橋', '件名: notice', '', 'お客様各位', '下記よりご確認ください。'],
    ...['https://login.parcel-two.test/signin', '--b', 'Content-Type: application/octet-stream'],
    `Content-Disposition: attachment; filename="${NAME_OF_OWN}"`,
    ...['', 'a log', '--b--', ''],
  ]

  test.each([true, false])('is asked about (told to be a forward: %s)', async (isForward) => {
    const { values, asked } = await draftFromFile(forward, { isForward })
    expect(values).toContain(LURE)
    expect(values.join('\n')).not.toContain('benimo')
    expect(asked).toContain(`handed-file-name ${NAME_OF_OWN}`)
  })

  test('goes out once a person says that it is the attacker’s', async () => {
    const decisions = { [toQuestionId('handed-file-name', NAME_OF_OWN)]: 'keep' } as const
    const { values } = await draftFromFile(forward, { isForward: true, decisions })
    expect(values).toContain(`file-name ${NAME_OF_OWN}`)
  })
})
