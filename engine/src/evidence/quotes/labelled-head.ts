import { listNext, type QuoteLine } from './quote-line.ts'

/** A label of up to three words, whatever their language, and its value. */
const LABELLED =
  /^[\s>*_]{0,12}(?<label>\p{L}[\p{L}\p{M}'’-]{0,15}(?:\s\p{L}[\p{L}\p{M}'’-]{0,15}){0,2})[\s*_]{0,8}:(?!\/\/)(?<value>.{0,280})$/u
/** `Kaji <kaji@a.example>`, `Kaji [mailto:kaji@a.example]`: so mail programs write who sent and who received. */
const TELLING = /[<[](?:mailto:)?[^<>[\]\s@]{1,64}@[^<>[\]\s@]{3,255}[>\]]/u
const FIELDS_MIN = 3
/** Longer lists tell of orders, machines and sign-ins. */
const FIELDS_MAX = 6

/**
 * Whether a line begins what stands above a quoted mail in a language that no table holds: three and more labels with
 * values in a row, one of them a mailbox in brackets, and text below. Days and bare mailboxes stand in every list of orders,
 * machines and sign-ins: of a hundred and fifty lures seven would be taken for quotes by them.
 */
export function isLabelledHead(lines: readonly QuoteLine[], at: number): boolean {
  if (LABELLED.exec(toPlain(lines[at]))?.groups === undefined) return false
  // The first of the row alone: what stands above it is no field of it.
  if (at > 0 && LABELLED.test(toPlain(lines[at - 1]))) return false
  const next = listNext(lines, at, FIELDS_MAX + 1)
  const end = next.findIndex((line) => !LABELLED.test(toPlain(line)))
  if (end < FIELDS_MIN) return false
  return next.slice(0, end).some((line) => {
    const value = LABELLED.exec(toPlain(line))?.groups?.['value'] ?? ''
    return TELLING.test(value.trim())
  })
}

const toPlain = (line: QuoteLine | undefined): string =>
  (line?.text ?? '').normalize('NFKC').trimEnd()
