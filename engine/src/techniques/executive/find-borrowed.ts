import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { MailAddress } from '../../evidence/message.ts'
import { memoise } from '../../memoise.ts'
import type { Register, RegisterIndex, RegisterPerson } from '../../register/register.ts'
import { EXECUTIVE_TITLE } from '../tables/titles.ts'
import { type NameForm, toLatinWords, toNameForms } from './name-forms.ts'

/** An executive whose name an outside address carries. */
export interface BorrowedName {
  readonly person: RegisterPerson
  readonly organisation: string
  /** `full` name, family name with `initial`, family name with `title`, or written in the `address` alone. */
  readonly how: 'full' | 'initial' | 'title' | 'address'
}

interface Executive {
  readonly person: RegisterPerson
  readonly organisation: string
  readonly forms: readonly NameForm[]
  /** Registrable domains from which the person may write. */
  readonly own: ReadonlySet<string>
}

/** Whose name the sender carries without writing from where that person writes. */
export function findBorrowedName(
  sender: MailAddress,
  { register }: RegisterIndex,
): BorrowedName | undefined {
  if (sender.domain === '') return undefined
  const executives = listExecutives(register).filter(({ own }) => !own.has(sender.organisation))
  if (executives.length === 0) return undefined
  const shown = readShown(sender)
  for (const { person, organisation, forms } of executives)
    for (const form of forms) {
      const how = matchForm(form, shown)
      if (how !== undefined) return { person, organisation, how }
    }
  return undefined
}

const listExecutives = memoise(({ recipient, organisations }: Register): Executive[] =>
  (recipient ? [recipient, ...organisations] : organisations).flatMap(({ name, domains, people }) =>
    people
      .filter((person) => person.isExecutive)
      .map((person) => ({
        person,
        organisation: name,
        forms: toNameForms(person),
        own: new Set(
          [...domains, ...person.addresses.map((one) => one.slice(one.lastIndexOf('@') + 1))].map(
            (one) => toOrganisation(one.toLowerCase()),
          ),
        ),
      })),
  ),
)

interface Shown {
  readonly joined: string
  readonly words: readonly string[]
  readonly localWords: readonly string[]
  readonly hasTitle: boolean
}

const NAME_CHARS_MAX = 200

function readShown({ displayName, localPart }: MailAddress): Shown {
  const plain = displayName.slice(0, NAME_CHARS_MAX).normalize('NFKC')
  return {
    joined: plain.replace(/[\s\p{P}]/gu, ''),
    words: toLatinWords(plain),
    localWords: toLatinWords(localPart.slice(0, NAME_CHARS_MAX)),
    hasTitle: EXECUTIVE_TITLE.test(plain),
  }
}

function matchForm(
  { words, joined, family }: NameForm,
  shown: Shown,
): BorrowedName['how'] | undefined {
  if (joined !== '') {
    if (isJoinedIn(joined, shown.joined)) return 'full'
    const isTitled = shown.hasTitle && family.length >= 2 && shown.joined.startsWith(family)
    // The family name, then the office and nothing more: 佐伯社長.
    return isTitled && isTitleOnly(shown.joined.slice(family.length)) ? 'title' : undefined
  }
  if (words.every((word) => shown.words.includes(word))) return 'full'
  if (hasInitial(words, shown.words)) return 'initial'
  const isQuiet = shown.words.length === 0 && shown.joined === ''
  return isQuiet && words.every((word) => shown.localWords.includes(word)) ? 'address' : undefined
}

/** Two letters occur inside other names; they must be all that stands there, titles aside. */
function isJoinedIn(name: string, shown: string): boolean {
  if (name.length >= 3) return shown.includes(name)
  return shown.startsWith(name) && isTitleOnly(shown.slice(name.length))
}

function isTitleOnly(rest: string): boolean {
  return /^(?:様|氏|(?:代表)?取締役|社長|会長|副社長|専務|常務|執行役員|CEO|CFO|COO)*$/i.test(
    rest.slice(0, 30),
  )
}

const TITLE_WORDS = new Set('mr ms mrs dr ceo cfo coo president chairman director'.split(' '))

/** "T. Saeki", "SAEKI T": the longest word whole, the others by their first letter, titles aside. */
function hasInitial(words: readonly string[], shown: readonly string[]): boolean {
  const said = shown.filter((word) => !TITLE_WORDS.has(word))
  if (said.length !== words.length) return false
  return words.some((whole, at) => {
    if (whole.length < 4 || !said.includes(whole)) return false
    const others = words.filter((_word, index) => index !== at)
    const rest = said.filter((word) => word !== whole)
    return others.every((word) => rest.some((one) => one === word[0]))
  })
}
