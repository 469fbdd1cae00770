import type { QuestionDraft } from '../question.ts'
import { addressQuestion, codedAddressQuestion } from './identifying-questions.ts'
import { isMadeOfWords } from './is-made-of-words.ts'
import type { NameIndex } from './match-names.ts'
import { saysName } from './opaque-token.ts'

/**
 * What must be asked before an attacker's address goes out; undefined where its local part is words that name nobody.
 * Read as it was written: Base64 in small letters says nothing any more.
 */
export function findAddressQuestion(
  written: string,
  { names, isShared }: { readonly names: NameIndex; readonly isShared: boolean },
): QuestionDraft | undefined {
  const local = written.slice(0, written.lastIndexOf('@'))
  const address = written.toLowerCase()
  if (saysName(local, names) || saysName(local.toLowerCase(), names))
    return addressQuestion(address)
  // Where everybody has an address, people put numbers behind their names, and nobody makes one for each recipient.
  const told = isShared ? local.replace(/(?<=\p{L}{3})\d{3,4}$/u, '') : local
  return /[=%]/u.test(told) || !isMadeOfWords(told) ? codedAddressQuestion(address) : undefined
}
