import type { TraceOrganisation } from '../traces.ts'
import { isCommonBeginning } from './common-beginnings.ts'
import { COMPANY_KINDS, isLatinKind } from './company-kinds.ts'
import { listShownLabels, readLabel } from './read-label.ts'
import { reduceName } from './reduce-text.ts'

/** A way to write a company's name. */
export interface CompanyForm {
  readonly form: string
  /** The beginning of the name alone, which may as well be a place, a surname or a word: only a person can say. */
  readonly isDoubtful: boolean
}

/** What is particular in a name, and what the company makes: 北浜 and 精機, Kitahama and Seiki. */
interface SplitName {
  readonly core: string
  readonly kinds: readonly string[]
}

/** A register holds at most some dozens of names for one company; more cores than this are made to be expensive. */
const CORES_MAX = 16
/** Kinds in one name that are mixed, and mixtures of them. */
const KINDS_MAX = 3
const ENDINGS_MAX = 40

/**
 * The names with and without their company form, their beginnings alone, and each beginning with each kind in
 * the other script: 北浜精機 and Kitahama Seiki are also written 北浜セイキ, Kitahama精機 and きたはま精機. A company is
 * called by the words of its domain too: where nobody entered a reading, `kitahama-seiki.example` says it.
 */
export function listCompanyForms({
  names: entered,
  domains,
}: Pick<TraceOrganisation, 'names' | 'domains'>): readonly CompanyForm[] {
  const names = [...entered, ...listShownLabels(domains)]
  const labels = domains.flatMap((domain) => readLabel(domain, entered.length > 0))
  const bare = names.map(withoutCompanyForm).filter((name) => name !== '')
  const split = [...bare.flatMap(splitName), ...labels.filter(({ isDoubtful }) => !isDoubtful)]
  const cores = [...new Set(split.map(({ core }) => core))].slice(0, CORES_MAX)
  const wholes = [...names, ...names.map(joinAmpersand), ...mixScripts(cores, split)]
  return [
    ...wholes.flatMap(spellOtherwise).map((form) => ({ form, isDoubtful: false })),
    ...[...bare.filter((name) => !names.includes(name)), ...cores, ...mixReadings(cores)]
      .flatMap(spellOtherwise)
      .map((form) => ({ form, isDoubtful: isCommonBeginning(form) })),
    ...[...bare, ...cores]
      .flatMap(guessBeginnings)
      .filter((form) => !cores.includes(form))
      .map((form) => ({ form, isDoubtful: true })),
  ]
}

/**
 * Beginnings of names whose last word no table holds: where the script changes (函南 of 函南リレー), the first of
 * several words, and two kanji of four or more (奥州 of 奥州水力). They may be any word, so a person is asked.
 */
function guessBeginnings(name: string): readonly string[] {
  const written = name.normalize('NFKC')
  const kanji = /^\p{Script=Han}{2,8}(?=[ぁ-ゖァ-ヺー])/u.exec(written)?.[0]
  const kana =
    /^(?:[ぁ-ゖー]{3,12}(?=[\p{Script=Han}ァ-ヺ])|[ァ-ヺー]{3,12}(?=\p{Script=Han}))/u.exec(
      written,
    )?.[0]
  const word = /^[\p{Script=Latin}\p{M}]{4,30}(?=[\s-]+\p{L})/u.exec(written)?.[0]
  const pair = /^\p{Script=Han}{2}(?=\p{Script=Han}{2,}$)/u.exec(written)?.[0]
  return [kanji, kana, word, pair].filter((beginning) => beginning !== undefined)
}

/** Company forms that are no part of the name. */
const COMPANY_FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|独立行政法人|学校法人|医療法人|特定非営利活動法人|[(（](?:株|有|同|資|名|社|財|学|医)[)）]|[㈱㈲㍿]/gu
const LATIN_FORM =
  /^(?:co|ltd|limited|inc|incorporated|corp|company|llc|llp|lp|plc|gmbh|kg|ag|as|asa|ab|oy|oyj|aps|bv|nv|kk|gk|pte|pty|sa|sas|sarl|spa|srl|sro|sdn|bhd|kabushiki|kaisha|gaisha|yugen)$/u

function withoutCompanyForm(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(COMPANY_FORMS, ' ')
    .split(/[\s,，]+/u)
  return words
    .filter((word) => !LATIN_FORM.test(word.toLowerCase().replace(/\./gu, '')))
    .join(' ')
    .trim()
}

const joinAmpersand = (name: string): string => name.replace(/(?:(?<!\s)\s+)?[&＆]\s*/gu, ' and ')

function splitName(name: string): readonly SplitName[] {
  const isLatin = /^[\p{Script=Latin}\p{M}\p{N}\s.,&'’-]+$/u.test(name)
  const found = isLatin ? splitLatin(name) : (splitWritten(name) ?? splitKana(name))
  return found !== undefined && isTelling(found.core) ? [found] : []
}

function splitLatin(name: string): SplitName | undefined {
  const [first = ''] = name.replace(/\s+/gu, ' ').split(/ (?:&|and) /iu)
  const words = first.split(/\s+/u).filter((word) => word.toLowerCase() !== 'the')
  let end = words.length
  while (end > 1 && isLatinKind(words[end - 1] ?? '')) end -= 1
  if (end === words.length && first.length === name.length) return undefined
  return { core: words.slice(0, end).join(' '), kinds: words.slice(end) }
}

/** 北浜精機 by the kinds as they are written. */
function splitWritten(name: string): SplitName | undefined {
  let core = name.normalize('NFKC').replace(/\s+/gu, '')
  const kinds: string[] = []
  for (;;) {
    const kind = COMPANY_KINDS.find(
      ({ written }) => core.endsWith(written) && core.length >= written.length + CORE_MIN,
    )
    if (kind === undefined) break
    kinds.unshift(kind.written)
    core = core.slice(0, core.length - kind.written.length)
  }
  return kinds.length === 0 ? undefined : { core, kinds }
}

/** きたはませいき by the reading of the kinds. */
function splitKana(name: string): SplitName | undefined {
  if (!/^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(name)) return undefined
  const reduced = reduceName(name)
  const kind = COMPANY_KINDS.find(({ reading }) => {
    const end = reduceName(reading)
    return reduced.endsWith(end) && reduced.length >= end.length + LATIN_CORE_MIN
  })
  if (kind === undefined) return undefined
  const end = reduced.length - reduceName(kind.reading).length
  return { core: reduced.slice(0, end), kinds: [kind.written] }
}

const CORE_MIN = 2
const LATIN_CORE_MIN = 4

/** Long enough to name somebody by itself. */
const isTelling = (core: string): boolean => {
  const letters = core.replace(/[\s.&'’-]/gu, '').length
  return (
    letters >= (/\p{Script=Han}/u.test(core) ? CORE_MIN : LATIN_CORE_MIN - (isKana(core) ? 1 : 0))
  )
}
const isKana = (text: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

/** Every beginning with every kind, each kind written and read. */
function mixScripts(cores: readonly string[], split: readonly SplitName[]): readonly string[] {
  const runs = split.flatMap(({ kinds }) => kinds.map((_, last) => kinds.slice(0, last + 1)))
  const endings = new Set(runs.flatMap(listEndings))
  return [...endings]
    .slice(0, ENDINGS_MAX)
    .flatMap((ending) => cores.flatMap((core) => [`${core}${ending}`, `${core} ${ending}`]))
}

/** 電子工業, 電子kogyo, denshi工業, denshikogyo. */
function listEndings(kinds: readonly string[]): readonly string[] {
  return kinds
    .slice(0, KINDS_MAX)
    .reduce<readonly string[]>(
      (endings, kind) =>
        endings.flatMap((ending) => listWritings(kind).map((one) => `${ending}${one}`)),
      [''],
    )
}

/** A kind as entered, in the other script, and read. */
function listWritings(kind: string): readonly string[] {
  const same = COMPANY_KINDS.filter(
    ({ written, reading }) => written === kind || reading === kind.toLowerCase(),
  )
  return [...new Set([kind, ...same.flatMap(({ written, reading }) => [written, reading])])]
}

/** 北ハマ: a part of the kanji with the rest of the reading. Which part reads how is not known, so every part. */
function mixReadings(cores: readonly string[]): readonly string[] {
  const kanji = cores.filter((core) => /^\p{Script=Han}{2,4}$/u.test(core))
  const readings = cores
    .map((core) => reduceName(core))
    .filter((core) => /^[a-z]{5,20}$/u.test(core))
  return kanji.flatMap((core) =>
    readings.flatMap((reading) => [
      ...listTails(reading).map((tail) => `${[...core][0] ?? ''}${tail}`),
      ...listHeads(reading).map((head) => `${head}${[...core].at(-1) ?? ''}`),
    ]),
  )
}

/** What may be the reading of the last kanji, and of the first: whole syllables, long enough to be no accident. */
const listTails = (reading: string): readonly string[] =>
  [...reading.matchAll(/(?<=[aiueon])[^aiueo]/gu)]
    .map(({ index }) => reading.slice(index))
    .filter((tail) => tail.length >= LATIN_CORE_MIN)
const listHeads = (reading: string): readonly string[] =>
  [...reading.matchAll(/(?<=[aiueon])[^aiueo]/gu)]
    .map(({ index }) => reading.slice(0, index))
    .filter((head) => head.length >= LATIN_CORE_MIN)

/** ヴェ is also written ベ; ä is also written ae (DIN 5007-2), å aa. */
function spellOtherwise(form: string): readonly string[] {
  const plain = form.normalize('NFC')
  const withB = plain.replace(
    /ヴ([ァィェォ])?/gu,
    (_, vowel: string | undefined) => B_ROW[vowel ?? ''] ?? 'ブ',
  )
  const withE = plain.replace(
    /[äöüåæøÄÖÜÅÆØ]/gu,
    (letter) => TWO_LETTERS[letter.toLowerCase()] ?? letter,
  )
  return [...new Set([form, withB, withE])]
}
const B_ROW: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' }
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
}
