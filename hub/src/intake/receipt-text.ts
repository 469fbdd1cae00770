import type { Bilingual } from 'contract/common'
import type { Receipt } from 'contract/intake'
import type { ReceivedFile } from './submission.queries.ts'

/** The receipt as the provider gets it. Made from the row alone, so that asking twice gives the same answer. */
export function toReceipt(file: ReceivedFile): Receipt {
  const repeated = file.repeatedFrom !== undefined
  return {
    submissionId: file.submissionId,
    receipt: file.receipt,
    receivedAt: file.receivedAt.toISOString(),
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    repeated,
    say: repeated ? sayRepeated(file.receipt) : sayReceived(file.receipt),
  }
}

function sayReceived(receipt: string): Bilingual {
  return {
    ja: `受け付けました。受付番号は ${receipt} です。`,
    en: `Received. Your receipt number is ${receipt}.`,
  }
}

function sayRepeated(receipt: string): Bilingual {
  return {
    ja: `受け付けました。受付番号は ${receipt} です。貴組織から以前に届いたものと同じファイルのため、情報提供の記録のみ追加しました。`,
    en: `Received. Your receipt number is ${receipt}. Your organisation had sent the very same file before, so only the record of this submission was added.`,
  }
}
