import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { verifySignatures } from './verify-signatures.ts'

// What another implementation signs we verify, and of what somebody changed we say the same.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
/** Its types ask for the key beside the list of signatures; it signs with what stands in the list. */
const KEY = { signingDomain: 'sender.example', selector: 's1', privateKey: PEM }
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
const KNOWLEDGE: Knowledge = {
  dnsRecords: [{ name: 's1._domainkey.sender.example', type: 'TXT', values: [RECORD] }],
}

const HEADER =
  'From: A <a@sender.example>\r\nTo: b@member.example\r\nSubject:  =?utf-8?B?6KuL5rGC?=\r\n  two  lines\r\nDate: Tue, 2 Jun 2026 10:00:00 +0900\r\nMessage-ID: <1@sender.example>\r\n'
const BODIES = [
  '',
  '\r\n',
  'one line',
  ' a \t b \r\n\r\n c\r\n\r\n\r\n',
  '請求書です。\r\n',
  '.\r\n..\r\n',
]
const CHANGES: readonly (readonly [string, (mail: string) => string])[] = [
  ['unchanged', (mail) => mail],
  ['space at line ends', (mail) => mail.replace('line', 'line ')],
  ['space between words', (mail) => mail.replace(' b ', '  b ')],
  ['empty lines at the end', (mail) => `${mail}\r\n\r\n`],
  ['a line at the end', (mail) => `${mail}\r\nPay elsewhere.\r\n`],
  ['the subject', (mail) => mail.replace('two  lines', 'three lines')],
  ['folding of the subject', (mail) => mail.replace('\r\n  two  lines', ' two lines')],
  ['a field nobody signed', (mail) => `X-Added: 1\r\n${mail}`],
]
const HOW = ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed']

test.each(HOW)('%s: every change is judged as mailauth judges it', async (canonicalization) => {
  for (const body of BODIES) {
    const mail = `${HEADER}\r\n${body}`
    const { signatures } = await dkimSign(Buffer.from(mail), {
      canonicalization,
      ...KEY,
      signatureData: [KEY],
    })
    expect(signatures).toContain('d=sender.example')
    for (const [name, change] of CHANGES) {
      const changed = Buffer.from(change(signatures + mail))
      const { results } = await dkimVerify(changed, { resolver: async () => [[RECORD]] })
      const theirs = results[0]?.status.result === 'pass'
      const [ours] = verifySignatures(parseMessage(changed), KNOWLEDGE)
      expect(`${name}: ${ours?.result === 'pass'}`).toBe(`${name}: ${theirs}`)
    }
  }
})

/** A mail that mailauth signed, with one `from` in `h=` and, when asked, an `l=`. */
async function sign(maxBodyLength?: number) {
  const mail = `${HEADER}\r\nPay 100.\r\n`
  const { signatures } = await dkimSign(Buffer.from(mail), {
    canonicalization: 'relaxed/relaxed',
    ...KEY,
    signatureData: [{ ...KEY, ...(maxBodyLength === undefined ? {} : { maxBodyLength }) }],
  })
  return signatures + mail
}

const judge = (mail: string) => {
  const [check] = verifySignatures(parseMessage(Buffer.from(mail)), KNOWLEDGE)
  return `${check?.result} ${check?.reason ?? ''}`.trim()
}

// RFC 6376 §8.15 and §8.2: both verify to the letter of §6.1.3, and neither proves what is shown.
test('a second From that nobody signed, and text behind the signed bytes, are no pass', async () => {
  expect(judge(await sign())).toBe('pass')
  expect(judge(`From: ceo@sender.example\r\n${await sign()}`)).toBe('permerror from-unsigned')
  expect(judge(await sign(10))).toBe('pass')
  expect(judge(`${await sign(10)}Pay elsewhere.\r\n`)).toBe('neutral body-partly-signed')
})
