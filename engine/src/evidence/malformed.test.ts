import { describe, expect, test } from 'vitest'
import { readCorpus } from '../testing/index.ts'
import type { Message } from './message.ts'
import { parseMessage } from './parse-message.ts'

interface Expected {
  readonly subject?: string
  readonly from?: string
  readonly shown?: string
  /** Decoded bodies by path, as text. */
  readonly bodies?: Readonly<Record<string, string>>
  readonly fileNames?: readonly string[]
  /** Codes of all problems. */
  readonly problems?: readonly string[]
}

const PDF = '%PDF-1.4 synthetic'
const JAPANESE_SUBJECT = '請求書の送付について'

/** What must be read from each file of `corpus/malformed`, by the rule the file breaks. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'angle-brackets-nested': { from: 'evil@evil.example' },
  'attachment-cut-in-header': { fileNames: ['esti'], problems: ['missing-final-boundary'] },
  'base64-after-padding': { bodies: { '1': 'firstsecond!' }, problems: ['data-after-base64'] },
  'base64-with-rubbish': { bodies: { '1': PDF }, problems: ['damaged-base64'] },
  binary: { problems: ['missing-blank-line', 'undeclared-charset'] },
  'boundary-empty': { shown: 'Text.', problems: ['multipart-without-boundary'] },
  'boundary-never-seen': { shown: 'Only text, no part.', problems: ['boundary-never-seen'] },
  'boundary-prefix-of-another': {
    shown: 'Inner text.',
    bodies: { '1.1': 'Inner text.', '2': PDF },
  },
  'boundary-with-trailing-spaces': { shown: 'Text.', bodies: { '1': 'Text.' } },
  'byte-order-mark': { shown: 'Body.' },
  'content-type-broken': { shown: 'Body.' },
  'cr-cr-lf': { shown: 'Body text.' },
  'cr-only': { bodies: { '1': 'Line one.' }, problems: ['lone-carriage-returns'] },
  'date-nonsense': { shown: 'Body.' },
  'duplicate-content-type': { problems: ['duplicate-header'] },
  'duplicate-subject': { subject: 'Estimate', problems: ['duplicate-header'] },
  empty: { subject: '', shown: '' },
  'encoded-word-around-address': { from: 'keiri@evil.example' },
  'encoded-word-cut-in-character': { subject: '請求書' },
  'encoded-word-cut-in-jis-run': { subject: '御見積書の送付' },
  'file-name-continued': { fileNames: ['請求書.exe'] },
  'file-name-hostile': { fileNames: ['..\\..\\Windows\\\u202efdp.exe'] },
  'folded-with-tabs-and-blank': { subject: 'Estimate\tfor   pumps' },
  'group-and-comments': { shown: 'Body.' },
  'header-only': { subject: 'Estimate', shown: '' },
  'leading-blank-lines': { shown: 'Body.', problems: ['leading-lines'] },
  'lf-only': { bodies: { '1': 'Line one.\nLine two.' } },
  'mbox-from-line': { shown: 'Body.', problems: ['leading-lines'] },
  'missing-blank-line': { shown: 'This body follows', problems: ['missing-blank-line'] },
  'missing-final-boundary': {
    bodies: { '1': 'Cut here.', '2': PDF },
    problems: ['missing-final-boundary'],
  },
  'mixed-line-ends': { bodies: { '1': 'Mixed.\n' } },
  'multipart-without-boundary': { shown: 'Guessed.', problems: ['multipart-without-boundary'] },
  'nested-mail-in-base64': {},
  'nul-bytes': { subject: 'Esti\0mate', problems: ['nul-bytes'] },
  'only-blank-line': { subject: '', shown: '' },
  'part-after-final-boundary': {
    bodies: { '1': 'Shown.', '2': PDF },
    problems: ['part-after-final-boundary'],
  },
  'part-without-blank-line': { bodies: { '1': '', '2': 'Second part.' } },
  'quoted-printable-broken': { shown: 'Price = 100 =ZZ あ' },
  'raw-euc-jp-header': { subject: JAPANESE_SUBJECT, problems: ['undeclared-charset'] },
  'raw-iso-2022-jp-header': { subject: JAPANESE_SUBJECT, problems: ['undeclared-charset'] },
  'raw-latin-1-header': { subject: 'Offre spéciale très', problems: ['undeclared-charset'] },
  'raw-shift-jis-header': { subject: JAPANESE_SUBJECT, problems: ['undeclared-charset'] },
  'rubbish-line-in-header': { subject: 'Estimate', problems: ['malformed-header-line'] },
  'same-boundary-twice': { shown: 'Inner.', bodies: { '1.1': 'Inner.', '2': PDF } },
  'space-before-colon': { subject: 'Estimate' },
  'text-after-base64': { bodies: { '1': '%PDF-1.4 s' }, problems: ['data-after-base64'] },
  'text-in-preamble-and-epilogue': { shown: 'Body.' },
  'truncated-base64': { problems: ['damaged-base64', 'missing-final-boundary'] },
  'two-addresses-in-from': { from: 'boss@corp.co.example' },
  'two-from-fields': { from: 'sender@partner.example', problems: ['duplicate-header'] },
  'unknown-charset': { shown: 'Prix: 10 \u00a4', problems: ['unknown-charset'] },
  'unknown-transfer-encoding': { shown: 'Uryyb', problems: ['unknown-transfer-encoding'] },
  'uuencode-in-text': { bodies: { '0/1': 'not a part of it' }, fileNames: ['estimate.txt'] },
  'wrong-charset': { shown: '振込先の口座が変わりました。', problems: ['wrong-charset'] },
}

const mails = readCorpus('malformed').map(({ name, bytes }) => ({
  name: name.replace(/\.eml$/, ''),
  bytes,
}))

describe('malformed mail is read as far as it goes', () => {
  test.each(mails)('$name', ({ name, bytes }) => {
    const message = parseMessage(bytes)
    const expected = EXPECTED[name]
    expect(expected).toBeDefined()
    const { subject, from, shown, bodies = {}, fileNames, problems = [] } = expected ?? {}

    expect(message.problems.map(({ code }) => code).toSorted()).toEqual(problems)
    if (subject !== undefined) expect(message.subject).toBe(subject)
    if (from !== undefined) expect(message.addresses('from').map((a) => a.address)).toContain(from)
    if (shown !== undefined) expect(message.shownText).toContain(shown)
    for (const [path, body] of Object.entries(bodies)) expect(readBody(message, path)).toBe(body)
    if (fileNames !== undefined) {
      expect(message.attachments.map((part) => part.fileName)).toEqual(fileNames)
    }
  })

  test('every expectation has its mail', () => {
    expect(mails.map(({ name }) => name).toSorted()).toEqual(Object.keys(EXPECTED).toSorted())
  })
})

test('a nested mail is opened although it is base64 encoded', () => {
  const mail = mails.find(({ name }) => name === 'nested-mail-in-base64')
  const message = parseMessage(mail?.bytes ?? Buffer.of())
  const nested = message.parts.find((part) => part.message !== undefined)?.message

  expect(nested?.path).toBe('1')
  expect(nested?.subject).toBe('Inner')
  expect(nested?.shownText.trim()).toBe('Inner body.')
})

test('every mailbox of a list with groups and comments is found', () => {
  const mail = mails.find(({ name }) => name === 'group-and-comments')
  const message = parseMessage(mail?.bytes ?? Buffer.of())

  expect(message.addresses('to').map(({ displayName, address }) => [displayName, address])).toEqual(
    [
      ['A, B', 'a@corp.co.example'],
      ['Bee', 'b@corp.co.example'],
      ['', 'c@corp.co.example'],
    ],
  )
})

function readBody(message: Message, path: string): string {
  const part = message.parts.find((candidate) => candidate.path === path)
  return Buffer.from(part?.content ?? 'no such part').toString('latin1')
}
