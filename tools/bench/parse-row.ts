import { hash } from 'node:crypto'
import { parseMessage } from 'engine'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import type { BenchRow } from './contender.ts'
import { packageName } from './package-name.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes)

/** Reading a mail's structure and naming the mail and every body in it by its hash. */
export const parseRow: BenchRow = {
  name: 'MIME parse + every hash',
  aim: { mailsPerSecond: 5_000, times: 10 },
  contenders: [
    { name: 'noroshi', run: hashOurs },
    { name: packageName('postal-mime'), run: hashPostal },
    { name: packageName('mailparser'), run: hashMailparser },
  ],
}

function hashOurs(mail: Uint8Array): readonly string[] {
  const leaves = parseMessage(mail).parts.filter((part) => part.children.length === 0)
  return [sha256(mail), ...leaves.map((part) => sha256(part.content))]
}

async function hashPostal(mail: Uint8Array): Promise<readonly string[]> {
  const { attachments, text = '', html = '' } = await PostalMime.parse(mail)
  const contents = attachments.map(({ content }) =>
    typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
  )
  return [mail, Buffer.from(text), Buffer.from(html), ...contents].map(sha256)
}

async function hashMailparser(mail: Uint8Array): Promise<readonly string[]> {
  // Its conversions between HTML and text are no part of this work.
  const options = { skipTextToHtml: true, skipHtmlToText: true }
  const { attachments, text = '', html = '' } = await simpleParser(Buffer.from(mail), options)
  const contents = attachments.map(({ content }) => content)
  return [mail, Buffer.from(text), Buffer.from(html || ''), ...contents].map(sha256)
}
