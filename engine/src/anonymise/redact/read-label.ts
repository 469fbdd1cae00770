import { getDomainWithoutSuffix } from 'tldts'
import { toShownDomain } from '../../to-shown-domain.ts'
import { isLatinKind } from './company-kinds.ts'
import { isDistinctive, isRomaji } from './distinctive-words.ts'

/** What the label of a registered domain says of its owner's name. */
export interface LabelName {
  /** `kannami` of `kannami-valve`. */
  readonly core: string
  /** What follows the core and says what the company makes. */
  readonly kinds: readonly string[]
  /** A word that may as well stand in any English text. */
  readonly isDoubtful: boolean
}

/**
 * The words of a domain's label that tell its owner from others. A company is called by them, whatever names were entered:
 * attackers write `kannami-support.test`, `hr-kannami@` and かんなみ給与 for `kannami-valve.example`.
 */
export function readLabel(domain: string, isRegistered: boolean): readonly LabelName[] {
  const label = getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? ''
  const written = label.split('-')
  // Of a domain that only a mail shows, the words it parts itself; a piece of one is asked about in texts.
  const words = isRegistered ? written.flatMap(partKind) : written
  const naming = words.map(isDistinctive)
  return words.flatMap((core, at) => {
    const isReading = naming[at] === true && isRomaji(core)
    // Behind the first word stands what a company makes, in more words than any table holds.
    if (!isReading && !(at === 0 && naming[at] === true)) return []
    const isDoubtful = !isReading || naming.indexOf(true) < at
    return [{ core, kinds: takeKinds(words.slice(at + 1)), isDoubtful }]
  })
}

/** `kannamivalve` is kannami and valve. */
function partKind(word: string): readonly string[] {
  for (let at = 1; at <= word.length - KIND_MIN; at += 1) {
    const [core, kind] = [word.slice(0, at), word.slice(at)]
    if (isLatinKind(kind) && isDistinctive(core)) return [core, kind]
  }
  return [word]
}
/** Shorter kinds end other words. */
const KIND_MIN = 4

function takeKinds(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => !isLatinKind(word))
  return end < 0 ? words : words.slice(0, end)
}

/** Labels in other scripts, as their readers see them: 函南バルブ of `xn--…`. */
export const listShownLabels = (domains: readonly string[]): readonly string[] =>
  domains
    .filter((domain) => domain.includes('xn--'))
    .map((domain) => getDomainWithoutSuffix(toShownDomain(domain), REGISTRABLE) ?? '')
    .filter((label) => label !== '')
const REGISTRABLE = { validateHostname: false, allowPrivateDomains: true }
