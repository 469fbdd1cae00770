import { getDomainWithoutSuffix } from 'tldts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { memoise } from '../../memoise.ts'
import { isEverybodysService } from '../../everybodys/is-everybodys-service.ts'
import type { CaseMail } from './case-record.ts'
import { hideListNames, isKept } from './hide-list-names.ts'
import { listNamedMailboxes } from './list-named-mailboxes.ts'
import type { Draft } from './indicator-draft.ts'
import { isOwnWord } from './is-own-word.ts'

/** Fewer letters begin many words alike. */
const LETTERS_MIN = 5
/** How much of the shorter of two must be alike at the beginning: Akagane of akagane-works, Mizukane of mizukaname. */
const ALIKE_MIN = 0.8

/**
 * A subject or a file name with each word hidden that is, or begins like, the name of a domain on the receiving side of
 * its mail, or differs in a letter from a registered name: attackers write the name of whom they write to, and no
 * register may hold it. Each word is asked about.
 */
export function hideReceivingWords(value: string, mail: CaseMail, draft: Draft): string {
  const labels = listLabels(mail)
  const { isLikeName } = draft.redactor.context
  return hideListNames(value, mail, draft).replace(/[\p{Script=Latin}\p{M}]{5,80}/gu, (word) => {
    const lower = word.normalize('NFKD').replace(DECORATED, ANY).toLowerCase()
    const isTelling = isLikeName(lower) || labels.some((label) => isAlike(lower, label))
    if (isOwnWord(lower) || !isTelling) return word
    return isKept(word, draft) ? word : '****'
  })
}

/** A letter with a mark or of another alphabet reads as another: Müzukane for Mizukane. */
const DECORATED = /\P{M}\p{M}+|[^A-Za-z]/gu
const ANY = '?'

const listLabels = memoise((mail: CaseMail): readonly string[] => {
  const { recipients } = mail
  if (recipients === undefined) return []
  const { delivered, addressed, servers } = recipients
  const domains = [
    ...[...delivered, ...addressed, ...listNamedMailboxes(mail)].map(({ domain }) => domain),
    ...servers,
  ]
  const labels = domains
    .filter((domain) => !isEverybodysService(toOrganisation(domain)))
    .map((domain) => getDomainWithoutSuffix(domain, { validateHostname: false }) ?? '')
    .map((label) => label.toLowerCase().replace(/[^a-z]/gu, ''))
  return [...new Set(labels)].filter((label) => label.length >= LETTERS_MIN && !isOwnWord(label))
})

function isAlike(word: string, label: string): boolean {
  let same = 0
  while (same < word.length && same < label.length && isSame(word[same], label[same])) same += 1
  return same >= LETTERS_MIN && same >= ALIKE_MIN * Math.min(word.length, label.length)
}

const isSame = (letter: string | undefined, other: string | undefined): boolean =>
  letter === other || letter === ANY
