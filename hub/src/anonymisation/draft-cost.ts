import type { CaseRecord } from 'engine'

/** How much a mail gives a draft to read. */
export interface DraftLoad {
  /** Letters of its text as shown beside the draft. */
  readonly textLetters: number
  readonly indicators: number
  /** Letters of the values of its indicators. */
  readonly valueLetters: number
}

/** Of links written to be slow to read, the slowest known; ordinary mails take a third. */
const LETTERS_OF_VALUES_PER_MS = 30
const LETTERS_OF_TEXT_PER_MS = 600
const INDICATORS_PER_MS = 2

/** How long a draft may take of it, against some hundred organisations: texts are read by the letter, links by the part. */
export const toCostMs = ({ textLetters, indicators, valueLetters }: DraftLoad): number =>
  textLetters / LETTERS_OF_TEXT_PER_MS +
  valueLetters / LETTERS_OF_VALUES_PER_MS +
  indicators / INDICATORS_PER_MS

export function estimateMs({ mails, logs }: CaseRecord): number {
  const indicators = mails.flatMap((mail) => mail.indicators)
  const texts = [...mails, ...logs].flatMap((one) => one.texts)
  return toCostMs({
    textLetters: countLetters(texts.map(({ text }) => text)),
    indicators: indicators.length,
    valueLetters: countLetters(indicators.map(({ value }) => value)),
  })
}

const countLetters = (values: readonly string[]): number =>
  values.reduce((sum, { length }) => sum + length, 0)
