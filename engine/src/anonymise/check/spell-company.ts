import { COMMON_WORDS } from './common-words.ts'
import { joinReadings } from './join-readings.ts'
import { EVERYDAY_NAMES, ORDINARY_NAMES } from './ordinary-names.ts'
import type { LabelName } from './spell-label.ts'
import type { Doubt, Form } from './spelling.ts'
import { LATIN_TRADE_WORDS, TRADE_WORDS, type TradeWord } from './trade-words.ts'

const LEGAL_JAPANESE =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|独立行政法人|国立大学法人|学校法人|医療法人|社会福祉法人|\((?:株|有|同|資|名|社|財|独|学|医)\)/gu
const LEGAL_LATIN =
  /(?<![\s,])[\s,]+(?:co\.?|ltd\.?|limited|inc\.?|incorporated|corp\.?|corporation|company|llc|llp|lp|plc|gmbh|ag|as|a\.?s\.?|ab|oy|bv|nv|kk|k\.k\.|pte|pty|s\.?a\.?|s\.?p\.?a\.?|srl|sdn|bhd)(?=[\s,]|$)/giu

/** One name without its legal form, and without the word for its trade when it has one. */
interface CompanyName {
  readonly trace: string
  readonly core: string
  readonly stem: string
  readonly trade?: TradeWord
}

/** A domain, and what it calls its owner. */
type CalledBy = LabelName & { readonly trace: string }

/**
 * Every way of writing the names of one organisation. The stem (北浜 of 北浜精機) is searched alone and
 * with the trade in any script, whichever name it was entered in; an ordinary stem is a weak trace.
 */
export function spellCompany(
  names: readonly string[],
  labels: readonly CalledBy[] = [],
): readonly Form[] {
  const parsed = names.map(parseName)
  const readings = labels
    .filter(({ isReading }) => isReading)
    .map(({ trace, text }) => ({ ...parseName(text), trace }))
  return [
    ...parsed.flatMap(({ trace, core }) => [
      toEnteredForm(trace, core),
      ...(core.includes('&')
        ? [{ trace, text: core.replace(/(?:(?<!\s)\s+)?&\s*/gu, ' and ') }]
        : []),
    ]),
    ...parsed
      .filter(({ core, stem }) => core !== stem)
      .map(({ trace, stem }) => toNameForm(trace, stem)),
    ...parsed.flatMap(({ trace, stem }) =>
      guessStems(stem).map((text) => toGuessedForm(trace, text)),
    ),
    // Where no reading was entered, the domain says it: かんなみ and 函南valve for kannami-valve.example.
    ...readings.flatMap(({ trace, stem }) => [
      toNameForm(trace, stem),
      ...guessStems(stem).map((text) => toNameForm(trace, text)),
    ]),
    ...labels.filter(({ isReading }) => !isReading).flatMap(guessLabel),
    ...mixScripts([...parsed, ...readings]),
  ]
}

/** A word of a domain's label that may stand in any English text refuses nothing by itself. */
const guessLabel = ({ trace, text }: CalledBy): readonly Form[] => {
  const [word = ''] = text.split(' ')
  return [toGuessedForm(trace, word)]
}

/**
 * What may be the beginning of a name whose trade no list holds: the kanji or kana before the script changes
 * (函南 of 函南バルブ), the first word in Latin letters, two kanji of four or more. A guess refuses nothing by itself.
 */
function guessStems(core: string): readonly string[] {
  const [kanji] = /^\p{Script=Han}{2,}(?=[ぁ-ゖァ-ヺー])/u.exec(core) ?? []
  const [kana] =
    /^(?:[ぁ-ゖー]{3,}(?=[\p{Script=Han}ァ-ヺ])|[ァ-ヺー]{3,}(?=\p{Script=Han}))/u.exec(core) ?? []
  const [word] = /^[\p{Script=Latin}\p{M}]{4,}(?=[\s-]+\p{L})/u.exec(core) ?? []
  const [pair] = /^\p{Script=Han}{2}(?=\p{Script=Han}{2,}$)/u.exec(core) ?? []
  const stems = [kanji, kana, word, pair].filter((stem) => stem !== undefined)
  return stems.filter((stem) => !EVERYDAY_NAMES.has(stem.toLowerCase()))
}

const toGuessedForm = (trace: string, text: string): Form => ({ trace, text, doubt: 'everyday' })

/** A name as somebody entered it means that somebody, unless every text has such a word. */
function toEnteredForm(trace: string, text: string): Form {
  const doubt = findDoubt(text)
  return doubt === undefined ? { trace, text } : { trace, text, doubt }
}

function findDoubt(text: string): Doubt | undefined {
  const word = text.toLowerCase()
  if (COMMON_WORDS.has(word) || isShort(text)) return 'bare'
  if (EVERYDAY_NAMES.has(word)) return 'everyday'
  return ORDINARY_NAMES.has(word) ? 'alone' : undefined
}

/** Two letters of an alphabet or one kanji; anything shorter is found in every text. */
const isShort = (text: string): boolean =>
  /^(?:[\p{Script=Latin}\d]{2}|[ぁ-ゖァ-ヺー]{2}|\p{Script=Han})$/u.test(text) &&
  !/^\d+$/u.test(text)

/** The beginning of a name, which nobody entered: an ordinary word refuses nothing. */
function toNameForm(trace: string, text: string): Form {
  return ORDINARY_NAMES.has(text.toLowerCase())
    ? { trace, text, doubt: 'everyday' }
    : { trace, text }
}

function parseName(trace: string): CompanyName {
  const plain = trace.normalize('NFKC')
  const core = ` ${plain}`.replace(LEGAL_JAPANESE, '').replace(LEGAL_LATIN, '').trim()
  return { trace, core, ...splitTrade(core) }
}

function splitTrade(core: string): Pick<CompanyName, 'stem' | 'trade'> {
  const hiragana = toHiragana(core)
  for (const trade of TRADE_WORDS) {
    for (const ending of [trade.written, trade.kana]) {
      const isWhole = core.length <= ending.length
      if (isWhole || !(core.endsWith(ending) || hiragana.endsWith(ending))) continue
      return { stem: core.slice(0, -ending.length).trim().replace(/・$/u, ''), trade }
    }
  }
  const words = core.split(/\s+/u)
  let kept = words.length
  while (kept > 1 && LATIN_TRADE_WORDS.has((words[kept - 1] ?? '').toLowerCase())) kept -= 1
  const last = (words[kept] ?? '').toLowerCase()
  const trade = TRADE_WORDS.find(({ latin }) => latin === last)
  return { stem: words.slice(0, kept).join(' '), ...(trade === undefined ? {} : { trade }) }
}

const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))

/** Names of one organisation that are mixed with each other; more are another company's. */
const MIXED_MAX = 8

function mixScripts(parsed: readonly CompanyName[]): readonly Form[] {
  const named = parsed.filter(({ stem }) => stem.length > 1).slice(0, MIXED_MAX)
  const trades = new Set(named.flatMap(({ trade }) => trade ?? []))
  const readings = named.filter(({ stem }) => /^[ぁ-ゖァ-ヺー]{2,}$/u.test(stem))
  const stems = named.flatMap(({ trace, stem }) => [
    { trace, stem },
    ...readings.flatMap((reading) =>
      joinReadings(stem, reading.stem).map((joined) => ({ trace, stem: joined })),
    ),
  ])
  return stems.flatMap(({ trace, stem }) =>
    [...trades].flatMap(({ written, kana, latin }) =>
      [written, kana, latin].map((trade) => ({ trace, text: `${stem}${trade}` })),
    ),
  )
}

/** The label people recognise, kitahama-seiki in kitahama-seiki.example; ordinary words tell nothing. */
export function toLabelForm(trace: string, label: string): readonly Form[] {
  if (label.length < 4 || COMMON_WORDS.has(label)) return []
  return [toNameForm(trace, label)]
}
