import type { FileKind } from './parse-protocol.ts'

interface CountedFile {
  readonly kind: FileKind
  /** For each mail what makes it the same operation, or its own hash. */
  readonly operations: readonly string[]
}

/**
 * The proposed number of information items (情報提供件数, SPEC I-4). A submission is one item: whoever forwards
 * a mail with its attachments and a second copy tells one thing. Only a collection, that is an archive or an mbox,
 * counts as many items as it holds different operations, so 700 mails of one wave are one item and 12 unrelated mails are 12.
 * An analyst may correct the number with a reason.
 */
export function countItems(files: readonly CountedFile[]): number {
  const collected = files
    .filter(({ kind }) => kind === 'archive' || kind === 'mbox')
    .flatMap(({ operations }) => operations)
  return Math.max(1, new Set(collected).size)
}
