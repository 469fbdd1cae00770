import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../testing/index.ts'
import { parseMessage } from './parse-message.ts'

/** What three parsers must agree on. */
interface Reading {
  readonly subject: string
  readonly from: string
  /** SHA-256 of every attachment's decoded bytes. */
  readonly attachments: readonly string[]
}

type Parser = 'postal-mime' | 'mailparser'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

function readOurs(bytes: Uint8Array): Reading {
  const message = parseMessage(bytes)
  return {
    subject: squeeze(message.subject),
    from: message.from?.address.toLowerCase() ?? '',
    attachments: message.attachments
      // The oracles open a nested mail in place of listing it.
      .filter((part) => part.message === undefined && part.content.length > 0)
      .map((part) => sha256(part.content))
      .toSorted(),
  }
}

async function readPostal(bytes: Uint8Array): Promise<Reading> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })
  const contents = mail.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer))
  return {
    subject: squeeze(mail.subject ?? ''),
    from: mail.from?.address?.toLowerCase() ?? '',
    attachments: contents
      .filter(({ length }) => length > 0)
      .map(sha256)
      .toSorted(),
  }
}

async function readMailparser(bytes: Uint8Array): Promise<Reading> {
  const mail = await simpleParser(Buffer.from(bytes), {
    skipTextToHtml: true,
    skipHtmlToText: true,
  })
  return {
    subject: squeeze(mail.subject ?? ''),
    from: mail.from?.value[0]?.address?.toLowerCase() ?? '',
    attachments: mail.attachments
      .filter(({ content, contentType }) => content.length > 0 && contentType !== 'message/rfc822')
      .map(({ content }) => sha256(content))
      .toSorted(),
  }
}

const READERS: Readonly<Record<Parser, (bytes: Uint8Array) => Promise<Reading>>> = {
  'postal-mime': readPostal,
  mailparser: readMailparser,
}

/** Where we read a mail otherwise on purpose, and why the other reading hides something. */
const DIFFERENCES: Readonly<Record<string, Readonly<Partial<Record<Parser, string>>>>> = {
  'angle-brackets-nested.eml': both('they leave a bracket in the address'),
  'base64-after-padding.eml': {
    mailparser: 'it decodes the second piece as the middle of the first',
  },
  'byte-order-mark.eml': both('they lose the first field, here From, behind the mark'),
  'calendar-google-en.eml': { 'postal-mime': 'it rewrites line ends of text attachments' },
  'calendar-invitation.eml': {
    'postal-mime': 'it rewrites line ends and decodes text attachments',
  },
  'content-type-broken.eml': { 'postal-mime': 'it makes an attachment of the text' },
  'cr-only.eml': both('they see one long header and no body'),
  'delivery-failure-dsn-en.eml': {
    'postal-mime': 'it makes a file of the returned mail, which we open, and rewrites line ends',
    mailparser: 'it joins the delivery status to the text, which we keep as a file',
  },
  'duplicate-subject.eml': { mailparser: 'it shows the last Subject, mail programs the first' },
  'encoded-word-cut-in-character.eml': { 'postal-mime': 'it decodes each word alone' },
  'encoded-word-cut-in-jis-run.eml': { 'postal-mime': 'it decodes each word alone' },
  'file-name-continued.eml': { 'postal-mime': 'it adds a line end to attachments sent as text' },
  'file-name-hostile.eml': { 'postal-mime': 'it adds a line end to attachments sent as text' },
  'kaigi-shoudaku-ja.eml': { 'postal-mime': 'it rewrites line ends of text attachments' },
  'leading-blank-lines.eml': both('they end the header at the first line'),
  'part-after-final-boundary.eml': { 'postal-mime': 'it drops what follows the closing boundary' },
  'raw-euc-jp-header.eml': both('they read raw bytes as UTF-8'),
  'raw-iso-2022-jp-header.eml': both('they read escapes as text, and no From at all'),
  'raw-latin-1-header.eml': both('they read raw bytes as UTF-8'),
  'raw-shift-jis-header.eml': both('they read raw bytes as UTF-8'),
  'text-after-base64.eml': {
    'postal-mime': 'it decodes the sentence behind the file into the file',
  },
  'two-from-fields.eml': { mailparser: 'it shows the last From, mail programs the first' },
  'uuencode-in-text.eml': both('they do not look for uuencoded files'),
}

function both(reason: string): Readonly<Record<Parser, string>> {
  return { 'postal-mime': reason, mailparser: reason }
}

describe.each(['postal-mime', 'mailparser'] as const)('%s and we', (parser) => {
  const mails = [...readCorpus('benign'), ...readCorpus('story'), ...readCorpus('malformed')]

  test.each(mails)('read $name alike, or it is said why not', async ({ name, bytes }) => {
    const reason = DIFFERENCES[name]?.[parser]
    const theirs = await READERS[parser](bytes)
    if (reason === undefined) expect(readOurs(bytes)).toEqual(theirs)
    else expect(readOurs(bytes)).not.toEqual(theirs)
  })
})

interface Written {
  readonly subject: string
  readonly files: readonly { readonly bytes: Uint8Array; readonly isBase64: boolean }[]
  readonly lineEnd: string
}

const written: fc.Arbitrary<Written> = fc.record({
  subject: fc.string({ unit: fc.constantFrom(...'請求書の件髙①ABC xyz-'), maxLength: 40 }),
  files: fc.array(
    fc.record({ bytes: fc.uint8Array({ minLength: 1, maxLength: 400 }), isBase64: fc.boolean() }),
    { maxLength: 4 },
  ),
  lineEnd: fc.constantFrom('\r\n', '\n'),
})

/** A mail by the book, so that every parser must read it alike. */
function writeMail({ subject, files, lineEnd }: Written): Buffer {
  const word = Buffer.from(subject).toString('base64')
  const parts = files.flatMap(({ bytes, isBase64 }, index) => [
    '--=_b',
    `Content-Type: application/octet-stream; name="${index}.bin"`,
    'Content-Disposition: attachment',
    `Content-Transfer-Encoding: ${isBase64 ? 'base64' : 'quoted-printable'}`,
    '',
    isBase64
      ? Buffer.from(bytes).toString('base64').replace(/.{76}/g, `$&${lineEnd}`)
      : Array.from(bytes, toQuoted).join('').replace(/.{72}/g, `$&=${lineEnd}`),
  ])
  return Buffer.from(
    [
      'From: Taro <taro@partner.example>',
      `Subject: =?utf-8?B?${word}?=`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="=_b"',
      '',
      '--=_b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Text.',
      ...parts,
      '--=_b--',
      '',
    ].join(lineEnd),
  )
}

function toQuoted(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

test('written mails are read alike by all three, and as they were written', async () => {
  await fc.assert(
    fc.asyncProperty(written, async (mail) => {
      const bytes = writeMail(mail)
      const ours = readOurs(bytes)

      expect(ours.subject).toBe(squeeze(mail.subject))
      expect(ours.attachments).toEqual(mail.files.map((file) => sha256(file.bytes)).toSorted())
      expect(await readMailparser(bytes)).toEqual(ours)
      // postal-mime adds a line end to attachments that are not base64.
      const isExact = mail.files.every(({ isBase64 }) => isBase64)
      if (isExact) expect(await readPostal(bytes)).toEqual(ours)
    }),
    { interruptAfterTimeLimit: 3_000, numRuns: 10_000 },
  )
})
