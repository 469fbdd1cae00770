import type { TracePerson } from '../traces.ts'
import { COMMON_WORDS } from './common-words.ts'
import { soundOf } from './fold-sound.ts'
import { joinReadings } from './join-readings.ts'
import { SYLLABLES, spellRomaji } from './spell-romaji.ts'
import type { Form } from './spelling.ts'

/** Every way of writing one person's names and addresses. */
export function spellPerson({ names, addresses }: TracePerson): readonly Form[] {
  return [
    ...names.flatMap((trace) => toForms(trace, spellName(trace))),
    ...joinNames(names),
    ...addresses.flatMap(spellAddress),
  ]
}

const toForms = (trace: string, texts: Iterable<string>): Form[] =>
  [...texts].map((text) => ({ trace, text }))

/**
 * The address, and its local part when that alone points at somebody. One of four letters refuses as a word of its
 * own; one of three is a word of many texts, which a person looks at.
 */
function spellAddress(trace: string): readonly Form[] {
  const text = trace.slice(0, Math.max(0, trace.lastIndexOf('@')))
  const address = { trace, text: trace }
  if (text.length < LOCAL_MIN || COMMON_WORDS.has(text.toLowerCase())) return [address]
  if (text.length > LOCAL_WORD_MAX) return [address, { trace, text }]
  const doubt = text.length === LOCAL_WORD_MAX ? 'alone' : 'everyday'
  return [address, { trace, text, doubt }]
}
const LOCAL_MIN = 3
/** Longer ones are no word by chance. */
const LOCAL_WORD_MAX = 4

const splitName = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .trim()
    .split(/[\s・.,]+/u)
    .filter((part) => part !== '')

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}'’-]+$/u.test(text)
const isKana = (text: string): boolean => /^[ぁ-ゖァ-ヺー]+$/u.test(text)

function spellName(name: string): Set<string> {
  const parts = splitName(name)
  const [first = '', last = ''] = [parts.at(0), parts.at(-1)]
  if (parts.length < 2) return spellSingle(first)
  const texts = new Set([parts.join(' '), `${last} ${first}`, `${first} ${last}`])
  if (parts.every((part) => isLatin(part) || isKana(part))) {
    for (const text of spellInitials(first, last)) texts.add(text)
    for (const part of [first, last]) for (const text of spellSingle(part)) texts.add(text)
  } else texts.add(first)
  return texts
}

/** A name of one part; without a space, the surname is the first two of three or more kanji. */
function spellSingle(name: string): Set<string> {
  const texts = new Set([name])
  if (/^[\p{Script=Han}ヶケ]{3,5}$/u.test(name)) texts.add(name.slice(0, 2))
  if (isLatin(name)) for (const form of spellRomaji(name)) if (form.length >= 4) texts.add(form)
  if (isKana(name)) {
    for (const form of spellRomaji(soundOf(name))) if (form.length >= 4) texts.add(form)
  }
  return texts
}

/** K. Morita, moritak and the same the other way round; shorter ones are words by chance. */
const WITH_INITIAL_MIN = 5

function spellInitials(first: string, last: string): readonly string[] {
  const forms = [
    ...initialsOf(first).flatMap((initial) => [`${initial} ${last}`, `${last} ${initial}`]),
    ...initialsOf(last).flatMap((initial) => [`${initial} ${first}`, `${first} ${initial}`]),
  ]
  return forms.filter((form) => soundOf(form).length >= WITH_INITIAL_MIN)
}

/** The letter a name begins with in Hepburn and in Kunrei: Chiba is C. or T. */
function initialsOf(name: string): readonly string[] {
  const kana = name
    .charAt(0)
    .replace(/[ァ-ヶ]/u, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
  const hepburn = (SYLLABLES.get(kana) ?? name).charAt(0).toLowerCase()
  return [...new Set([hepburn, soundOf(name).charAt(0)])]
}

/** 森た and もり田, when both 森田 and もりた were entered. */
function joinNames(names: readonly string[]): readonly Form[] {
  const parsed = names.slice(0, 6).map((trace) => ({ trace, surname: splitName(trace)[0] ?? '' }))
  const readings = parsed.filter(({ surname }) => isKana(surname))
  return parsed.flatMap(({ trace, surname }) =>
    readings.flatMap((reading) =>
      toForms(trace, joinReadings(surname, reading.surname)).filter(({ text }) => text.length > 2),
    ),
  )
}
