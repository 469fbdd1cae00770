import { createHash } from 'node:crypto'
import { fraudMail } from './mails.ts'
import { readAnswer } from './signed-in-client.ts'

/** One line of what a sender did: written before each send and after each answer. */
export interface LedgerLine {
  readonly key: string
  readonly sha256: string
  readonly bytes: Buffer
  /** Every receipt the hub ever gave for it. */
  readonly receipts: Set<string>
}

/** What a member's machine keeps of everything it sends. */
export interface Ledger {
  readonly lines: readonly LedgerLine[]
  begin(): LedgerLine
  /** Sends the line once; true when a receipt came. */
  send(port: number, line: LedgerLine): Promise<boolean>
}

export function openLedger(token: string): Ledger {
  const lines: LedgerLine[] = []
  return {
    lines,
    begin() {
      const bytes = fraudMail(lines.length + 1)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const key = `walk-ledger-${String(lines.length + 1).padStart(6, '0')}`
      const line = { key, sha256, bytes, receipts: new Set<string>() }
      lines.push(line)
      return line
    },
    async send(port, { key, bytes, receipts }) {
      const answer = await readAnswer(() =>
        fetch(`http://127.0.0.1:${port}/api/submissions?fileName=mail.eml`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
          body: new Uint8Array(bytes),
        }),
      )
      if (answer === undefined || answer.status >= 300) return false
      receipts.add(answer.body.receipt)
      return true
    },
  }
}
