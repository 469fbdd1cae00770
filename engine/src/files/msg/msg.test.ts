import { createRequire } from 'node:module'
import type { FieldsData } from '@kenjiuno/msgreader/lib/MsgReader.js'
import { expect, test } from 'vitest'
import { openEvidence } from '../../evidence/open-evidence.ts'
import { openArtefacts } from '../../evidence/open-artefacts.ts'
import { parseMessage } from '../../evidence/parse-message.ts'
import { buildMsg, type TestMessage } from '../mapi/testing/build-msg.ts'

const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as {
  default: new (bytes: ArrayBuffer) => { getFileData(): FieldsData }
}

const SENT = new Date('2026-11-20T01:02:03Z')
const MESSAGE: TestMessage = {
  properties: {
    '001A001F': 'IPM.Note',
    '0037001F': '【至急】お支払いの件',
    '00390040': SENT,
    '0042001F': '山田 太郎',
    '5D02001F': 'yamada@partner.example',
    '1000001F': 'お世話になっております。\r\nhttps://pay.invalid/',
    '10130102': Buffer.from('<p>お世話 <a href="https://pay.invalid/in">支払い</a></p>'),
    '3FDE0003': 65_001,
    '1035001F': '<1@partner.example>',
  },
  recipients: [
    { '0C150003': 1, '3001001F': 'Sato, Hanako', '39FE001F': 'sato@corp.co.example' },
    { '0C150003': 2, '3001001F': 'x@corp.co.example', '3003001F': 'x@corp.co.example' },
  ],
  attachments: [
    { '3707001F': '請求書.pdf', '3704001F': 'SEIKYU~1.PDF', '37010102': Buffer.from('%PDF-1.4') },
    { message: { properties: { '0037001F': 'Inner', '1000001F': 'inner text' } } },
  ],
}

async function open(message: TestMessage) {
  const { mails, problems } = await openEvidence(buildMsg(message), { fileName: 'a.msg' })
  const mail = parseMessage(mails[0]?.bytes ?? new Uint8Array())
  return { mail, codes: problems.map(({ code }) => code) }
}

test('a message without its header is rebuilt from its properties, and says so', async () => {
  const { mail, codes } = await open(MESSAGE)

  // A mail is attached to it, so that a person is asked which of the two is the attack.
  expect(codes).toEqual(['rebuilt-from-properties', 'forward-or-attack'])
  expect(mail.problems).toEqual([])
  expect(mail.subject).toBe('【至急】お支払いの件')
  expect(mail.from).toMatchObject({ displayName: '山田 太郎', address: 'yamada@partner.example' })
  expect(mail.addresses('to')).toMatchObject([
    { displayName: 'Sato, Hanako', address: 'sato@corp.co.example' },
  ])
  expect(mail.addresses('cc').map(({ address }) => address)).toEqual(['x@corp.co.example'])
  expect(mail.sentAt).toEqual(SENT)
  expect(mail.shownText).toContain('お世話になっております。')
  expect(mail.links.map(({ url }) => url)).toContain('https://pay.invalid/in')
  expect(mail.attachments.map(({ fileName, type }) => [fileName, type])).toEqual([
    ['請求書.pdf', 'application/octet-stream'],
    [undefined, 'message/rfc822'],
  ])
  expect(Buffer.from(mail.attachments[0]?.content ?? []).toString()).toBe('%PDF-1.4')
  expect(mail.attachments[1]?.message?.subject).toBe('Inner')
})

test('what we read of a message is what another reader reads', async () => {
  const bytes = buildMsg(MESSAGE)
  const data = new MsgReader(Uint8Array.from(bytes).buffer).getFileData()
  const { mail } = await open(MESSAGE)

  expect(mail.subject).toBe(data.subject)
  expect(mail.from?.address).toBe(data.sentRepresentingSmtpAddress)
  expect(mail.shownText.trim()).toBe(data.body)
  expect(mail.addresses('to')[0]?.address).toBe(data.recipients?.[0]?.smtpAddress)
  expect(mail.attachments[0]?.fileName).toBe(data.attachments?.[0]?.fileName)
})

test('the header as it was received stands, but for what it says about its lost body', async () => {
  const headers =
    'Received: from mx.partner.example by mx.corp.co.example;\r\n\tFri, 20 Nov 2026 10:00:00 +0900\r\nFrom: "A" <a@partner.example>\r\nSubject: Kept\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n\tboundary="gone"\r\n\r\n'
  const { mail, codes } = await open({
    ...MESSAGE,
    properties: { ...MESSAGE.properties, '007D001F': headers },
  })

  expect(codes).toEqual(['forward-or-attack'])
  expect(mail.problems).toEqual([])
  expect(mail.received).toHaveLength(1)
  expect(mail.from?.address).toBe('a@partner.example')
  expect(mail.subject).toBe('Kept')
  expect(mail.attachments).toHaveLength(2)
})

test('a property cannot begin a field of its own', async () => {
  const { mail } = await open({
    properties: { '0037001F': 'a\r\nBcc: x@evil.example', '1035001F': '<1@a>\r\nX-A: b' },
  })
  expect(mail.headers.map(({ key }) => key)).toEqual([
    'subject',
    'message-id',
    'mime-version',
    'content-type',
  ])
})

test('a message in a mail is read as the mail it was', async () => {
  const file = buildMsg(MESSAGE).toString('base64')
  const outer = parseMessage(
    Buffer.from(
      `From: a@partner.example\r\nContent-Type: application/octet-stream; name=a.msg\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}\r\n`,
    ),
  )
  const { artefacts, problems } = await openArtefacts(outer)

  expect(problems.map(({ code }) => code)).toEqual(['rebuilt-from-properties'])
  expect(artefacts.map(({ path, kind }) => [path, kind]).slice(1, 3)).toEqual([
    ['0', 'attachment'],
    ['0/0', 'mail'],
  ])
  expect(artefacts.find(({ fileName }) => fileName === '請求書.pdf')?.type).toBe('application/pdf')
})

test('an appointment tells its class, and its text is read', async () => {
  const bytes = buildMsg({
    properties: { '001A001F': 'IPM.Appointment', '1000001F': 'Agenda', '0037001F': 'Meeting' },
  })
  const { artefacts } = await openArtefacts(
    parseMessage(
      Buffer.from(
        `Content-Type: application/vnd.ms-outlook\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`,
      ),
    ),
  )
  expect(artefacts[1]?.reading?.facts).toEqual([
    { name: 'message-class', value: 'IPM.Appointment' },
  ])
})
