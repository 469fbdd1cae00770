import { createHash, createPublicKey, verify } from 'node:crypto'
import {
  AuditExportEnd,
  AuditExportEntry,
  AuditExportHead,
  AuditForm,
  toSignedText,
} from 'contract/audit-export'

/** Where and why an export cannot be believed. */
export type Flaw =
  | 'no-export'
  | 'not-continued'
  | 'unreadable-line'
  | 'changed'
  | 'not-chained'
  | 'cut-off'
  | 'wrong-end'
  | 'wrong-signature'
  | 'other-key'

export interface Verified {
  readonly from: number
  readonly to: number
  /** Hash of the last entry: what the next file must continue. */
  readonly last: string
  readonly isWhole: boolean
  readonly exportedAt: string
  readonly key: string
  /** Entries of which the file holds the link alone: they are about what was restricted to others. */
  readonly withheld: number
}

export type Verdict =
  | { readonly isIntact: true; readonly found: Verified }
  | { readonly isIntact: false; readonly flaw: Flaw; readonly line: number }

export interface Expected {
  /** The file before this one, which it has to continue; without one it may begin anywhere. */
  readonly before?: Verified
  /** PEM of the key that the hub showed; without it any key is taken and told. */
  readonly key?: string
}

/**
 * Makes every hash of an export again and follows the chain through it. Needs nothing of the hub but
 * its public key, so that whoever audits it need not believe it.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  { before, key }: Expected,
): Promise<Verdict> {
  let number = 0
  let head: AuditExportHead | undefined
  let end: AuditExportEnd | undefined
  let last = { sequence: 0, hash: '' }
  let withheld = 0
  for await (const text of lines) {
    number += 1
    const refuse = (flaw: Flaw): Verdict => ({ isIntact: false, flaw, line: number })
    if (end !== undefined) return refuse('wrong-end')
    const line = toJson(text)
    if (head === undefined) {
      head = AuditExportHead.safeParse(line).data
      if (head === undefined) return refuse('no-export')
      if (!continues(head, before)) return refuse('not-continued')
      last = { sequence: head.from - 1, hash: head.previous }
      continue
    }
    end = AuditExportEnd.safeParse(line).data
    if (end !== undefined) continue
    const entry = AuditExportEntry.safeParse(line).data
    if (entry === undefined) return refuse('unreadable-line')
    const flaw = judgeEntry(entry, last)
    if (flaw !== undefined) return refuse(flaw)
    if ('withheld' in entry) withheld += 1
    last = { sequence: last.sequence + 1, hash: entry.hash }
  }
  const flaw = judgeEnd({ head, end, last, ...(key === undefined ? {} : { key }) })
  if (head === undefined || end === undefined || flaw !== undefined)
    return { isIntact: false, flaw: flaw ?? 'cut-off', line: number }
  const { to, isWhole, exportedAt } = end
  return {
    isIntact: true,
    found: { from: head.from, to, last: end.last, isWhole, exportedAt, key: end.key, withheld },
  }
}

/** The text makes the hash, and the entry goes on where the one before ended. Of a withheld one only the latter can be seen. */
function judgeEntry(
  entry: AuditExportEntry,
  last: { sequence: number; hash: string },
): Flaw | undefined {
  if ('withheld' in entry) return entry.previous === last.hash ? undefined : 'not-chained'
  const form = AuditForm.safeParse(toJson(entry.form)).data
  if (form === undefined) return 'unreadable-line'
  if (createHash('sha256').update(entry.form).digest('hex') !== entry.hash) return 'changed'
  const [previous, sequence] = form
  return previous === last.hash && sequence === last.sequence + 1 ? undefined : 'not-chained'
}

/** A later file goes on where the one before ended; the first begins with the first entry. */
function continues(head: AuditExportHead, before: Verified | undefined): boolean {
  if (before === undefined) return head.from > 1 || head.previous === '0'.repeat(64)
  return head.from === before.to + 1 && head.previous === before.last
}

function judgeEnd({
  head,
  end,
  last,
  key,
}: {
  head: AuditExportHead | undefined
  end: AuditExportEnd | undefined
  last: { sequence: number; hash: string }
  key?: string
}): Flaw | undefined {
  if (head === undefined) return 'no-export'
  if (end === undefined) return 'cut-off'
  if (end.to !== last.sequence || end.last !== last.hash) return 'wrong-end'
  const used = toKey(end.key)
  if (used === undefined) return 'wrong-signature'
  if (key !== undefined && toKey(key)?.equals(used) !== true) return 'other-key'
  const signed = Buffer.from(toSignedText(head, end))
  return verify(null, signed, used, Buffer.from(end.signature, 'base64'))
    ? undefined
    : 'wrong-signature'
}

function toKey(pem: string) {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
