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
