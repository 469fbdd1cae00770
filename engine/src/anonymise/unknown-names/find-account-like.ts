import type { Found } from './find-organisation-like.ts'

const IBAN =
  /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,4})?(?![A-Za-z\d])/gu
const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/gu
const SWIFT =
  /(?:SWIFT|BIC|スイフト)(?:[ /]?(?:BIC|code|コード))?[\s:：]{0,4}([A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?)(?![A-Za-z\d])/gu
const NUMBERED =
  /(?:普通|当座|貯蓄|口座番号|口座|account\s?(?:number|no\.?)?|a\/c)[\s:：#No.]{0,6}(\d[\d-]{5,19})/giu

/** Account and card numbers: by their check digits, or by the word before them. */
export function findAccountLike(text: string): readonly Found[] {
  return [
    ...[...text.matchAll(IBAN)].filter(([value]) => isIban(value)).map(toFound),
    ...[...text.matchAll(CARD)].filter(([value]) => isCard(value)).map(toFound),
    ...[...text.matchAll(SWIFT), ...text.matchAll(NUMBERED)].map(
      ({ 0: whole, 1: value = '', index }) => ({
        start: index + whole.lastIndexOf(value),
        value,
      }),
    ),
  ]
}

const toFound = ({ 0: value, index }: RegExpExecArray): Found => ({ start: index, value })

/** ISO 13616: the first four characters behind, letters as numbers, the whole modulo 97 is 1. */
export function isIban(written: string): boolean {
  const plain = written.replace(/\s/gu, '')
  let rest = 0
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return plain.length >= 15 && rest === 1
}

/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the digits added up. */
export function isCard(written: string): boolean {
  const digits = [...written.replace(/\D/gu, '')].map(Number).toReversed()
  const sum = digits.reduce((total, digit, at) => {
    const value = at % 2 === 0 ? digit : digit * 2
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return new Set(digits).size > 1 && sum % 10 === 0
}
