import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import { openArtefacts } from '../../evidence/open-artefacts.ts'

async function read(content: string, type = 'text/calendar; charset=utf-8; method=REQUEST') {
  const head = 'From: a@partner.example\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n'
  const bytes = Buffer.from(`${head}Content-Type: ${type}\r\n\r\n${content}\r\n--q--\r\n`)
  const { artefacts } = await openArtefacts(parseMessage(bytes))
  return artefacts.at(-1)?.reading
}

const INVITATION = `BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1@partner.example
ORGANIZER;CN="山田 太郎":mailto:yamada@partner.example
ATTENDEE;ROLE=REQ-PARTICIPANT;CN=sato@corp.co.example:MAILTO:sato@corp.co.example
DTSTART;TZID=Asia/Tokyo:20261120T100000
SUMMARY:契約更新のお打ち合わせ
DESCRIPTION:事前に次のページでご本人確認をお願いいたします。\\nhttps://sign-in.in
 valid/check\\n以上
LOCATION:https://meet.invalid/room\\, 3F
X-ALT-DESC;FMTTYPE=text/html:<p><a href="https://alt.invalid/">Join</a></p>
END:VEVENT
END:VCALENDAR`

test('an invitation gives its people, times, words and links', async () => {
  const reading = await read(INVITATION)

  expect(reading?.facts).toEqual([
    { name: 'method', value: 'REQUEST' },
    { name: 'uid', value: '1@partner.example' },
    { name: 'organizer', value: '山田 太郎 <yamada@partner.example>' },
    { name: 'attendee', value: 'sato@corp.co.example <sato@corp.co.example>' },
    { name: 'starts-at', value: '20261120T100000' },
    { name: 'summary', value: '契約更新のお打ち合わせ' },
    { name: 'location', value: 'https://meet.invalid/room, 3F' },
  ])
  expect(reading?.text).toContain(
    'ご本人確認をお願いいたします。\nhttps://sign-in.invalid/check\n以上',
  )
  expect(reading?.links.map(({ url }) => url)).toEqual([
    'https://sign-in.invalid/check',
    'https://meet.invalid/room',
    'https://alt.invalid/',
  ])
})

test('a card gives its name, address and page', async () => {
  const card =
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:佐藤 花子\r\nitem1.EMAIL;TYPE=work:sato@corp.co.example\r\nURL:https://card.invalid/\r\nEND:VCARD'
  const reading = await read(card, 'text/vcard; name=a.vcf')
  expect(reading?.facts).toEqual([
    { name: 'name', value: '佐藤 花子' },
    { name: 'email', value: 'sato@corp.co.example' },
    { name: 'web-page', value: 'https://card.invalid/' },
  ])
  expect(reading?.links).toEqual([{ url: 'https://card.invalid/', kind: 'document' }])
})

test('files written into an invitation or a card are taken out, and what is cut off is told', async () => {
  const files = async (lines: readonly string[]) => {
    const head = 'From: a@partner.example\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n'
    const message = parseMessage(Buffer.from(`${head}${lines.join('\r\n')}\r\nEND:VCALENDAR\r\n`))
    const { artefacts, problems } = await openArtefacts(message)
    const inside = artefacts.filter(({ kind }) => kind === 'embedded')
    return [
      inside.map(({ fileName, type }) => `${fileName} ${type}`),
      problems.map(({ code }) => code),
    ]
  }
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64')
  const [start, end] = [pdf.slice(0, 7), pdf.slice(7)]
  expect(
    await files([
      `ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY;X-FILENAME="order.pdf":${start}`,
      ` ${end}`,
      `ATTACH:data:application/pdf;base64,${pdf}`,
      'ATTACH:https://files.invalid/order.pdf',
    ]),
  ).toEqual([['order.pdf application/pdf', 'attached-2 application/pdf'], []])
  expect(await files([`X-FILLER:${'x'.repeat(1_000_001)}`])).toEqual([[], ['over-long-text']])
})

test('any text is read without a throw, twice the same', async () => {
  const pieces = fc.constantFrom('ORGANIZER', ';CN="', '"', ':', ';', '\r\n ', '\n', '\\n', 'URL:')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string())), async (parts) => {
      const text = `BEGIN:VCALENDAR\n${parts.join('')}`
      expect(await read(text)).toEqual(await read(text))
    }),
    { seed: 26, interruptAfterTimeLimit: 2_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})
