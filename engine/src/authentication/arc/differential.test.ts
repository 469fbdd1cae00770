import { generateKeyPairSync } from 'node:crypto'
import { arc, sealMessage } from 'mailauth/lib/arc/index.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { DnsRecord } from '../../knowledge.ts'
import { verifyChain } from './verify-chain.ts'

// What another implementation seals we verify, and of what somebody changed we say the same.
const SEALERS = ['first.example', 'second.example', 'third.example'].map((domain) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const record: DnsRecord = {
    name: `s1._domainkey.${domain}`,
    type: 'TXT',
    values: [`v=DKIM1; k=rsa; p=${key}`],
  }
  return { domain, record, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
})
const dnsRecords = SEALERS.map(({ record }) => record)
const resolver = async (name: string) => {
  const found = dnsRecords.find((record) => record.name === name)
  if (found === undefined) throw Object.assign(new Error('no answer'), { code: 'ENOTFOUND' })
  return [[...found.values]]
}

const MAIL =
  'From: A <a@sender.example>\r\nTo: b@list.example\r\nSubject: Order\r\n  of  pumps\r\nDate: Tue, 2 Jun 2026 10:00:00 +0900\r\nMessage-ID: <1@sender.example>\r\n\r\nPlease  see \r\nbelow.\r\n'

/** The mail after so many forwarders, each of whom adds a set and perhaps a footer. */
async function seal(count: number, footer = ''): Promise<string> {
  let mail = MAIL
  for (const [at, { domain, pem }] of SEALERS.slice(0, count).entries()) {
    if (at > 0) mail += footer
    const fields = await sealMessage(mail, {
      signingDomain: domain,
      selector: 's1',
      privateKey: pem,
      algorithm: 'rsa-sha256',
      cv: at === 0 ? 'none' : 'pass',
      signTime: new Date('2026-06-02T01:00:00Z'),
      authResults: `mx.${domain}; spf=pass smtp.mailfrom=sender.example`,
    } as Parameters<typeof sealMessage>[1])
    mail = fields.toString('latin1') + mail
  }
  return mail
}

async function judgeTheirs(mail: string): Promise<string> {
  const { arc: chain } = await dkimVerify(Buffer.from(mail, 'latin1'), { resolver })
  const { status } = await arc(chain as Parameters<typeof arc>[0], { resolver })
  return status.result
}

function judgeOurs(mail: string): string {
  const message = parseMessage(Buffer.from(mail, 'latin1'))
  return verifyChain(message, { dnsRecords })?.result ?? 'none'
}

/** All lines of the first field that begins so. */
const fieldOf = (mail: string, start: RegExp) =>
  new RegExp(`^${start.source}[^]*?\\r\\n(?![ \\t])`, 'm').exec(mail)?.[0] ?? ''
const SEAL_1 = /ARC-Seal: i=1;/
const RESULTS_1 = /ARC-Authentication-Results: i=1;/
const CHANGES: readonly (readonly [string, (mail: string) => string])[] = [
  ['unchanged', (mail) => mail],
  ['space at a line end of the body', (mail) => mail.replace('below.', 'below. ')],
  ['a word of the body', (mail) => mail.replace('below.', 'above.')],
  ['the subject', (mail) => mail.replace('of  pumps', 'of money')],
  ['folding of the subject', (mail) => mail.replace('\r\n  of', ' of')],
  ['a field nobody signed', (mail) => `X-Added: 1\r\n${mail}`],
  [
    'an old result',
    (mail) => mail.replace('mx.first.example; spf=pass', 'mx.first.example; spf=fail'),
  ],
  ['folding of an old result', (mail) => mail.replace('i=1; mx.first', 'i=1;\r\n\tmx.first')],
  ['a seal taken away', (mail) => mail.replace(fieldOf(mail, SEAL_1), '')],
  ['a seal twice', (mail) => fieldOf(mail, SEAL_1) + mail],
  ['results twice', (mail) => fieldOf(mail, RESULTS_1) + mail],
  [
    'the sets in another order',
    (mail) => fieldOf(mail, SEAL_1) + mail.replace(fieldOf(mail, SEAL_1), ''),
  ],
  ['a number that is missing', (mail) => mail.replaceAll(/^(ARC-[A-Za-z-]+:) i=1;/gm, '$1 i=4;')],
  ['a failed chain', (mail) => mail.replace(/cv=(?:none|pass)/, 'cv=fail')],
  ['an unknown algorithm', (mail) => mail.replace('a=rsa-sha256', 'a=rsa-md5')],
  ['what a seal must not list', (mail) => mail.replace(/^(ARC-Seal: i=\d;)/m, '$1 h=from;')],
  ['all sets taken away', () => MAIL],
]

test.each([1, 2, 3])(
  '%i forwarders: every change is judged as mailauth judges it',
  async (count) => {
    for (const footer of ['', 'Sent through a list.\r\n']) {
      const mail = await seal(count, footer)
      for (const [name, change] of CHANGES) {
        const changed = change(mail)
        expect(`${name}: ${judgeOurs(changed)}`).toBe(`${name}: ${await judgeTheirs(changed)}`)
      }
      expect(judgeOurs(mail)).toBe('pass')
    }
  },
)
