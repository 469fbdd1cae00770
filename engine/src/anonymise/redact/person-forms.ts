import { ROLE_MAILBOXES } from '../../techniques/tables/everyday-mailboxes.ts'
import type { TracePerson } from '../traces.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'
import { reduceName } from './reduce-text.ts'

/** A way to write a person's name. */
export interface PersonForm {
  readonly form: string
  /** One part of the name, which may also be an ordinary word. */
  readonly isPart: boolean
  /** An initial and a name: only as a word of its own, or every `s, Ingrid` would be one. */
  readonly hasInitial?: boolean
}

/** Parts of one person's names: the same surname in kanji, kana and romaji. */
interface NameParts {
  readonly surnames: Set<string>
  readonly givenNames: Set<string>
}

/** Whole names in every order and mixture of scripts, with initials, part by part, and local parts of addresses. */
export function listPersonForms(person: TracePerson): readonly PersonForm[] {
  const written = person.names.map(toWords)
  const parts = alignParts(written.filter((words) => words.length > 1))
  const locals = person.addresses
    .map((address) => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase())
    .filter((local) => local.length >= LOCAL_MIN && !ROLE_MAILBOXES.has(local))
  return distinct([
    ...person.names.map((form) => ({ form, isPart: false })),
    // A short one is a word that must stand by itself.
    ...locals.map((form) => ({ form, isPart: form.length < LOCAL_NAME_MIN })),
    ...person.names.filter((_, index) => written[index]?.length === 1).flatMap(surnameOf),
    ...listWholes(parts).map((form) => ({ form, isPart: false })),
    ...listInitialForms(parts).map((form) => ({ form, isPart: false, hasInitial: true })),
    ...[...parts.surnames, ...parts.givenNames]
      .filter((form) => !/^\p{Script=Han}/u.test(form) || !ORDINARY_WORDS.has(form))
      .flatMap(spellUmlauts)
      .map((form) => ({ form, isPart: true })),
  ])
}

/** Romaji whose order nobody knows give many forms twice. */
const distinct = (forms: readonly PersonForm[]): readonly PersonForm[] => [
  ...new Map(
    forms.map((one) => [`${one.isPart} ${one.hasInitial ?? false} ${one.form}`, one]),
  ).values(),
]

/** Mailboxes of fewer letters name too many; those of fewer than the second may be ordinary words. */
const LOCAL_MIN = 4
const LOCAL_NAME_MIN = 5

const toWords = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .split(/[\s・.,、]+/u)
    .filter((part) => part !== '')

const isLatin = (word: string): boolean => /^[\p{Script=Latin}\p{M}'’-]+$/u.test(word)
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word)

/** In Japanese the surname stands first. Romaji are aligned by their sound, else by capitals; else both ways. */
function alignParts(names: readonly (readonly string[])[]): NameParts {
  const parts: NameParts = { surnames: new Set(), givenNames: new Set() }
  const add = (surname: string, given: string): void => {
    parts.surnames.add(surname)
    parts.givenNames.add(given)
  }
  const japanese = names.filter(([first = '']) => !isLatin(first))
  for (const words of japanese) add(words.at(0) ?? '', words.at(-1) ?? '')
  const sounds = new Set([...parts.surnames].map((surname) => reduceName(surname)))
  for (const words of names.filter((one) => !japanese.includes(one))) {
    const [first, last] = [words.at(0) ?? '', words.at(-1) ?? '']
    const isSurnameFirst = sounds.has(reduceName(first)) || (isCapitals(first) && !isCapitals(last))
    const isKnown = isSurnameFirst || sounds.has(reduceName(last)) || japanese.length === 0
    if (!isKnown || !isSurnameFirst) add(last, first)
    if (!isKnown || isSurnameFirst) add(first, last)
  }
  return parts
}

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** Joined and parted: sounds run together only where nothing parts them (Kyoko Ota, kyokoota). */
function listWholes({ surnames, givenNames }: NameParts): readonly string[] {
  return [...surnames].flatMap((surname) =>
    [...givenNames].flatMap((given) => [
      `${surname}${given}`,
      `${given}${surname}`,
      `${surname} ${given}`,
      `${given} ${surname}`,
    ]),
  )
}

/** `k.morita`, `moritak` and the same the other way round. */
function listInitialForms({ surnames, givenNames }: NameParts): readonly string[] {
  return [
    ...withInitials([...surnames], [...givenNames]),
    ...withInitials([...givenNames], [...surnames]),
  ]
}

const withInitials = (whole: readonly string[], other: readonly string[]): readonly string[] =>
  whole
    .filter((name) => !isHan(name))
    .flatMap((name) =>
      [...new Set(other.filter((one) => !isHan(one)).flatMap(initialsOf))].flatMap((initial) =>
        [
          `${initial}${name}`,
          `${initial} ${name}`,
          `${name}${initial}`,
          `${name} ${initial}`,
        ].filter(() => reduceName(name).length >= INITIAL_NAME_MIN),
      ),
    )
const INITIAL_NAME_MIN = 3

/** ち begins with T and with C, じ with Z and J, ふ with H and F. */
function initialsOf(name: string): readonly string[] {
  const sound = reduceName(name)[0] ?? ''
  return isLatin(name) ? [name[0] ?? '', sound] : [sound, OTHER_INITIAL[sound] ?? sound]
}
const OTHER_INITIAL: Readonly<Record<string, string>> = { t: 'c', z: 'j', h: 'f' }

/** The first two kanji of a name written without a space. */
function surnameOf(name: string): readonly PersonForm[] {
  const plain = name.normalize('NFKC')
  const surname = /^\p{Script=Han}{3,5}$/u.test(plain)
    ? [{ form: plain.slice(0, 2), isPart: true }]
    : []
  return [{ form: name, isPart: true }, ...surname]
}

/** ö is also written oe (DIN 5007-2). */
const spellUmlauts = (word: string): readonly string[] => {
  const long = word
    .normalize('NFC')
    .replace(/[äöüÄÖÜ]/gu, (letter) => `${letter.normalize('NFD')[0] ?? ''}e`)
  return long === word ? [word] : [word, long]
}
