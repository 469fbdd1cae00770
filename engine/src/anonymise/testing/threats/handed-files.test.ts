import { expect, test } from 'vitest'
import { toAnswerIds } from '../../question.ts'
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
