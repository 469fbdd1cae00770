import { isPronounceable } from './letter-pairs.ts'
import { isUsualNumber, isUsualWord } from './usual-parts.ts'

/** Short pieces beside one another are a code in groups: `a1-7k-q3`, `xkd-qzj`, `k.t.h.m`. */
const SHORT_PIECES_MAX = 3

/**
 * Whether a part of a link, an address or a file name consists of words and usual numbers, so that it says nothing
 * of whom it was sent to. What is no word may be a token: nobody but the attacker knows whom he gave one to (T20).
 */
export function isMadeOfWords(part: string): boolean {
  const pieces = part.split(/[^\p{L}\p{M}\p{N}]+/u).filter((piece) => piece !== '')
  const short = pieces.reduce((sum, piece) => sum + weighShort(piece), 0)
  return short <= SHORT_PIECES_MAX && pieces.every(isWord)
}

/** What a letter with a digit, or three consonants, could be is ten times what two digits could be. */
function weighShort(piece: string): number {
  if (piece.length > 3 || isUsualWord(piece.toLowerCase())) return 0
  if (/^(?:[a-z]\d|\d[a-z])$/iu.test(piece) || /^[b-df-hj-np-tv-xz]{3}$/iu.test(piece)) return 2
  return piece.length <= 2 ? 1 : 0
}

/** Whether signs without a gap are a word, a usual number, or both one after the other. */
export function isWord(piece: string): boolean {
  // Letters with marks are looked at without them.
  const written = piece.normalize('NFKD').replace(/\p{M}/gu, '')
  if (isUsualWord(written.toLowerCase())) return true
  if (/^\d+$/u.test(written)) return isUsualNumber(written)
  // Other scripts are read by people who know the language.
  if (/[^a-z\d]/iu.test(written)) return !MIXED.test(written) || isMixOfWords(written)
  const groups = written.match(/\d+|[a-z]+/giu) ?? []
  return groups.length === 1 ? areLetters(written) : isNumbered(groups)
}

/** Letters and digits of Latin beside others: each run is looked at by itself. */
const MIXED = /[a-z\d]{3}/iu
const isMixOfWords = (written: string): boolean =>
  (written.match(/[a-z\d]+/giu) ?? []).every((run) => /^\D{1,3}$/u.test(run) || isWord(run))

/** A word with a number at one end (`page12`, `v2`, `2step`), or one digit between words (`web3shop`). */
function isNumbered([first = '', second = '', third, ...more]: readonly string[]): boolean {
  if (more.length > 0) return false
  if (third !== undefined) {
    return /^\d$/u.test(second) && areLongLetters(first) && areLongLetters(third)
  }
  const [letters, digits] = /^\d/u.test(first) ? [second, first] : [first, second]
  if (!isUsualNumber(digits) || /\d{5}/u.test(digits)) return false
  if (letters === second) return areLongLetters(letters) && letters.length >= 4
  // Three signs of which two may be hexadecimal are already one of thousands.
  if (letters.length === 1)
    return digits.length === 1 || (digits.length === 2 && /[g-z]/iu.test(letters))
  if (letters.length === 2) return digits.length === 1 && areLetters(letters)
  return areLetters(letters)
}

const areLongLetters = (letters: string): boolean => letters.length >= 3 && areLetters(letters)

/** One word, small, capital or with a capital first, or several that begin with capitals: `myAccountPage`. */
function areLetters(letters: string): boolean {
  const isOneCase = /^(?:[A-Z]?[a-z]*|[A-Z]+)$/u.test(letters)
  if (isOneCase) return isOneWord(letters.toLowerCase())
  const words = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/gu) ?? []
  return words.every((word, at) => {
    const small = word.toLowerCase()
    if (SHORT_WORDS.has(small) || isUsualWord(small)) return true
    const isPrefix = at === 0 && word.length === 1 && (words[1]?.length ?? 0) >= 4
    return isPrefix || (word.length >= 3 && /[aeiouy]/u.test(small) && isOneWord(small))
  })
}

/** Two or three letters are one of few, whatever they are. */
const SHORT_LETTERS_MAX = 3

function isOneWord(small: string): boolean {
  if (small.length <= SHORT_LETTERS_MAX || isUsualWord(small)) return true
  return /[aeiouy]/u.test(small) && isPronounceable(small)
}

/** Words and abbreviations that stand inside others: `SignIn`, `userID`, `PDFViewer`. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
  (
    'in on up to of or by my me we is it no ok go do us eu uk jp id ip pc tv hr it ui ie mc li xp vip pdf html url api sms ssl vpn ' +
    'dns sql css js php xml gif png jpg csv cdn rss tls pin otp'
  ).split(' '),
)
