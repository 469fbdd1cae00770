import type { MailAddress } from '../../evidence/message.ts'
import type { NamingRule } from '../../knowledge.ts'
import type { Bilingual } from '../../bilingual.ts'
import { splitDomain } from '../../register/split-domain.ts'
import {
  BOARD_WORDS,
  CELESTIAL_WORDS,
  INTERN_WORDS,
  SAFETY_WORDS,
  TECHNICAL_WORDS,
} from '../tables/campaign-words.ts'
import type { Weight } from '../technique.ts'
import { splitWords } from './split-words.ts'

/** A rule that an address follows, with the words that show it. */
export interface RuleMatch {
  readonly rule: string
  readonly label: Bilingual
  readonly quotes: readonly string[]
  readonly weight: Weight
}

type Address = Pick<MailAddress, 'localPart' | 'domain'>

const isTechnical = (word: string) => TECHNICAL_WORDS.has(word)
const isCelestial = (word: string) => CELESTIAL_WORDS.has(word)

/** A word of mail technology beside a word of the sky, in either order, with any signs between them. */
export function matchCelestial({ localPart, domain }: Address): RuleMatch | undefined {
  const words = splitWords(localPart, (word) => isTechnical(word) || isCelestial(word))
  if (words === undefined || words.length < 2 || words.length > WORDS_MAX) return undefined
  const sky = words.filter((word) => isCelestial(word) && !isTechnical(word))
  const technical = words.filter(isTechnical)
  if (sky.length !== 1 || technical.length === 0) return undefined
  const host = splitWords(toLabel(domain), isKnownInHost)
  const isGenericHost = host !== undefined && host.length >= 2
  // Administrators name servers after planets too; theirs stand at a company's own domain.
  const promises = technical.some((word) => SAFETY_WORDS.has(word))
  if (!promises && !isGenericHost && !/[^a-z]/i.test(localPart)) return undefined
  return {
    rule: 'technical-celestial',
    label: {
      ja: '通信や安全の語と天体の語の組み合わせ',
      en: 'a word of mail technology and a celestial body',
    },
    quotes: [...words, ...(host ?? [])],
    weight: isGenericHost ? 'strong' : promises ? 'medium' : 'weak',
  }
}

const WORDS_MAX = 4

/** Places and numbers stand among the words of such domains ("eu-1-host-protection"). */
const isKnownInHost = (word: string) => isTechnical(word) || HOST_FILLERS.has(word)
const HOST_FILLERS = new Set(
  'eu us uk asia global world pro online one my the group inc'.split(' '),
)

/** "board" or "relay" at a domain put together from "intern", "mobile", "server" (2020Q2 §3.6). */
export function matchBoard({ localPart, domain }: Address): RuleMatch | undefined {
  const words = splitWords(localPart, (word) => BOARD_WORDS.has(word))
  if (words?.length !== 1) return undefined
  const isKnown = (word: string) => INTERN_WORDS.has(word) || isKnownInHost(word)
  const host = splitWords(toLabel(domain), isKnown) ?? []
  const telling = host.filter((word) => INTERN_WORDS.has(word))
  if (host.length < 2 || telling.length === 0) return undefined
  return {
    rule: 'board-intern',
    label: {
      ja: '「board」「relay」と「intern」「mobile」「server」などの語の組み合わせ',
      en: '“board” or “relay” with words such as “intern”, “mobile”, “server”',
    },
    quotes: [...words, ...host],
    weight: telling.length > 1 ? 'strong' : 'medium',
  }
}

/** Rules that analysts wrote down: one word of each set, in that order, with anything between them. */
export function matchRecorded(
  { localPart }: Address,
  rules: readonly NamingRule[],
): RuleMatch | undefined {
  const name = localPart.toLowerCase()
  for (const { id, title, words } of rules) {
    const quotes = findInOrder(name, words)
    if (quotes === undefined) continue
    return { rule: id, label: { ja: title, en: title }, quotes, weight: 'medium' }
  }
  return undefined
}

function findInOrder(
  name: string,
  sets: readonly (readonly string[])[],
): readonly string[] | undefined {
  const quotes: string[] = []
  let from = 0
  for (const set of sets) {
    const found = findFirst(name, set, from)
    if (found === undefined) return undefined
    quotes.push(found.word)
    from = found.at + found.word.length
  }
  return quotes.length === 0 ? undefined : quotes
}

function findFirst(name: string, words: readonly string[], from: number) {
  let first: { readonly word: string; readonly at: number } | undefined
  for (const word of words) {
    const at = word === '' ? -1 : name.indexOf(word.toLowerCase(), from)
    if (at >= 0 && (first === undefined || at < first.at)) first = { word, at }
  }
  return first
}

/** The label that somebody registered: "secure-mx-host" of "a.secure-mx-host.cc". */
function toLabel(domain: string): string {
  return splitDomain(domain)?.label ?? ''
}
