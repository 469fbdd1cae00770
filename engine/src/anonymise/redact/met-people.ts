import { findAddressesInText, type TextAddress } from '../../techniques/reading/text-addresses.ts'
import { ROLE_MAILBOXES } from '../../techniques/tables/everyday-mailboxes.ts'
import type { TracePerson, TraceRole, Traces } from '../traces.ts'

/** Whom a text names beside an address of a known organisation. */
interface Met {
  readonly organisationId: string
  readonly person: TracePerson
}

interface MetRules {
  /** Whose an address is, by its domain and by what was registered of that. */
  readonly ownerOf: (domain: string, organisation: string) => string | undefined
  /** Whether a part of a name is a word of any text, which a sender may put there to have it taken out. */
  readonly isWord: (part: string) => boolean
}

/** More people than this in one case are a list that somebody planted, or nobody's case. */
const PEOPLE_MAX = 500
/** People of one text: its own headers come first, and lines planted below them crowd nobody out of the next text. */
const PEOPLE_OF_TEXT_MAX = 50

/**
 * People of known organisations whom the evidence itself names beside their addresses (`From`, `To`, quoted mails),
 * though nobody has entered them: 「山田 花子 <hanako.yamada@…>」 tells the name of a provider's employee. Whoever
 * writes the evidence may plant names here, so they are only replaced where the evidence is shown and asked about
 * where a text goes out; nothing is refused or left out for them.
 */
export const listMetPeople = (texts: readonly string[], rules: MetRules): Traces =>
  listMet(
    texts.map((text) => () => findAddressesInText(text)),
    (one) => toNames(one, rules),
    rules,
  )

/**
 * Whoever has the mailboxes that a mail was for. What stands before the sign is a name here, also where it is one word:
 * `hiiragi@…` received the mail, and `/hiiragi/` in a link is then that person.
 */
export const listMetMailboxes = (
  mails: readonly (readonly TextAddress[])[],
  rules: MetRules,
): Traces =>
  listMet(
    mails.map((mailboxes) => () => mailboxes),
    (one) => toNames(one, rules) ?? toWholeName(one, rules),
    rules,
  )

function listMet(
  mails: readonly (() => readonly TextAddress[])[],
  namesOf: (one: TextAddress) => readonly string[] | undefined,
  { ownerOf }: MetRules,
): Traces {
  const met = new Map<string, Met>()
  for (const list of mails) {
    let left = PEOPLE_OF_TEXT_MAX
    for (const one of list()) {
      if (met.size >= PEOPLE_MAX || left === 0) break
      const names = namesOf(one)
      const organisationId = names === undefined ? undefined : ownerOf(one.domain, one.organisation)
      if (names === undefined || organisationId === undefined) continue
      left -= 1
      met.set(JSON.stringify([names, one.address]), {
        organisationId,
        person: { names, addresses: [one.address.toLowerCase()] },
      })
    }
  }
  return { organisations: [...Map.groupBy(met.values(), (one) => one.organisationId)].map(toTrace) }
}

function toNames(
  { displayName, localPart }: TextAddress,
  { isWord }: MetRules,
): readonly string[] | undefined {
  const names = listNames(displayName, localPart.toLowerCase()).filter(
    (name) => !name.split(/\s/u).some(isWord),
  )
  return names.length === 0 ? undefined : names
}

function toWholeName({ localPart }: TextAddress, { isWord }: MetRules): readonly [] | undefined {
  const local = localPart.toLowerCase()
  const isName = local.length >= MAILBOX_MIN && !isRole(local) && !isWord(local)
  return isName && /^[a-z]+$/u.test(local) ? [] : undefined
}
/** Shorter ones stand in other words. */
const MAILBOX_MIN = 4

const toTrace = ([id, met]: [string, readonly Met[]]): Traces['organisations'][number] => ({
  ...{ id, role: 'provider' satisfies TraceRole, people: met.map(({ person }) => person) },
  ...{ names: [], domains: [], hosts: [], ipAddresses: [], numbers: [] },
})

function listNames(displayName: string, local: string): readonly string[] {
  const shown = toShownName(displayName, local)
  const addressed = toAddressedName(local)
  return [...new Set([shown, addressed].filter((name) => name !== undefined))]
}

const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*$/u
const JAPANESE_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ヶー・\s]{2,16}$/u
const HONORIFIC = /(?:様|さま|殿|氏|さん)$/u
/** Ends of what is a place in an organisation, or all of it. */
const OFFICE =
  /(?:部|課|室|係|局|班|支店|支社|本社|営業所|事務所|事務局|窓口|担当者?|御中|各位|一同|センター|チーム|グループ|会社|管理者|受付|宛)$/u
const WORDS_MAX = 4

/** The name before an address, when it is one: not a role, not a sentence. */
function toShownName(displayName: string, local: string): string | undefined {
  const [written = ''] = displayName.normalize('NFKC').split(/["(]/u, 1)
  const name = written.trim().replace(HONORIFIC, '').trim()
  if (JAPANESE_NAME.test(name)) return isJapaneseName(name) ? name : undefined
  const words = name.split(/[\s,]+/u).filter((word) => word !== '')
  const isName = words.every((word) => LATIN_NAME.test(word) && !isRole(word))
  if (!isName || words.length === 0 || words.length > WORDS_MAX) return undefined
  // One word alone may be anything, unless the mailbox is called by it.
  const [only = ''] = words
  const isCalled = only.length >= WORD_MIN && local.includes(only.toLowerCase())
  return words.length > 1 || isCalled ? words.join(' ') : undefined
}
const WORD_MIN = 3

/** Kanji, or kana in two parts: メール and ください are no names. */
const isJapaneseName = (name: string): boolean =>
  !OFFICE.test(name) && (/\p{Script=Han}/u.test(name) || /[・\s]/u.test(name))

/** `hanako.yamada` and `h_yamada`: two words or three, none of which is a role. */
function toAddressedName(local: string): string | undefined {
  const words = local.split('+', 1).flatMap((mailbox) => mailbox.split(/[._-]/u))
  const isName =
    words.length > 1 &&
    words.length <= 3 &&
    words.every((word) => /^[a-z]{1,20}$/u.test(word) && !isRole(word))
  const [longest = ''] = words.toSorted((a, b) => b.length - a.length)
  if (!isName || longest.length < WORD_MIN + 1) return undefined
  return words.some((word) => word.length === 1) ? longest : words.join(' ')
}

const isRole = (word: string): boolean => ROLE_MAILBOXES.has(word.toLowerCase())
