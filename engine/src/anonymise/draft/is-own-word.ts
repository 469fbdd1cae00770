import { LURE_WORDS } from '../../register/lure-words.ts'
import { ROLE_MAILBOXES } from '../../techniques/tables/everyday-mailboxes.ts'
import { ORDINARY_WORDS } from '../redact/ordinary-words.ts'
import { OWN_SENTENCES } from './own-sentences.ts'

const WORDS: ReadonlySet<string> = new Set([...LURE_WORDS, ...ROLE_MAILBOXES, ...ORDINARY_WORDS])

/** Whether a part of a name is a word of any text, which a sender may put there to have it taken out. */
export const isOwnWord = (part: string): boolean =>
  (isLongEnough(part) && OWN_SENTENCES.includes(part.toLowerCase())) ||
  WORDS.has(part.toLowerCase())

/** Fewer letters stand in a sentence by chance. */
const isLongEnough = (part: string): boolean =>
  part.length >= (/^[\p{Script=Latin}]/u.test(part) ? 4 : 2)
