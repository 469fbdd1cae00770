import type { Bilingual } from '../../bilingual.ts'
import { ANONYMISE_LIMITS } from '../limits.ts'
import type { AliasTable } from '../aliases.ts'
import type { QuestionDraft, Decisions } from '../question.ts'
import type { Traces } from '../traces.ts'
import { findBlocks } from './find-blocks.ts'
import { findIntroduced } from './find-introduced.ts'
import { findPersonal, toAsciiWidth, type PersonalMatch } from './find-personal.ts'
import { findRepeated, NOTHING_SHOWN } from './find-repeated.ts'
import { type ShownNames, toShownWords } from './shown-names.ts'
import { findCompanyWords } from './find-company-words.ts'
import { markNameCores } from './mark-name-cores.ts'
import { markLocations } from './mark-locations.ts'
import { toNameMark } from './mark-names.ts'
import { buildCodedHosts, type OwnedMailbox } from './coded-hosts.ts'
import { buildGuessedHosts } from './guessed-hosts.ts'
import { buildImitationIndex, buildWordImitation, type ImitationIndex } from './find-imitated.ts'
import { buildNameIndex, type NameIndex, type NameMatch } from './match-names.ts'
import { buildMailboxWords } from './mailbox-words.ts'
import { buildOwners } from './owners.ts'
import { readToken } from './opaque-token.ts'
import type { AttackerFacts, RedactionContext } from './redaction-context.ts'
import { toSegments, type Mark, type Segment } from './segment.ts'
import { widenNames } from './widen-names.ts'
import { toPlaceholder } from './words.ts'

export interface RedactedText {
  readonly original: readonly Segment[]
  readonly shared: readonly Segment[]
  /** The shared side as one text. */
  readonly text: string
  readonly questions: readonly QuestionDraft[]
}

export interface Redactor {
  readonly context: RedactionContext
  /** `shown`: what other texts of the same mail have shown to be somebody's name. */
  redact(text: string, language: keyof Bilingual, shown?: ShownNames): RedactedText
}

/** Makes names, look-alikes and decisions of one case ready for any number of texts. */
export function buildRedactor(options: {
  readonly traces: Traces
  readonly aliases: AliasTable
  readonly attacker: AttackerFacts
  readonly decisions?: Decisions
  /** People and domains on the recipients' side that only the mails tell of. */
  readonly recipients?: Traces
  /** Mailboxes that the mails were for, whatever they are called. */
  readonly mailboxes?: readonly OwnedMailbox[]
  /** The names of the traces and of whom the evidence names, when they have been made ready before. */
  readonly names?: NameIndex
}): Redactor {
  const { recipients = { organisations: [] }, mailboxes, traces, ...given } = options
  const isLikeName = buildWordImitation(traces)
  const asWritten = buildNameIndex(traces)
  const isLikeLong = (word: string): boolean => word.length >= LIKE_MIN && isLikeName(word)
  const registered = withLikeNames(asWritten, isLikeLong)
  const isOfMailbox = buildMailboxWords(recipients)
  const recipientNames = withLikeNames(buildNameIndex(recipients), isOfMailbox)
  const isLikeSomebody = (word: string): boolean => isLikeLong(word) || isOfMailbox(word)
  const context: RedactionContext = {
    ...{ ...given, traces, registered, isLikeName },
    decisions: options.decisions ?? {},
    names: withLikeNames(options.names ?? asWritten, isLikeSomebody),
    owners: buildOwners(traces),
    recipients: recipientNames,
    resembled: firstOf(
      buildImitationIndex(recipients, new Map()),
      buildCodedHosts(recipients, recipientNames, mailboxes),
      buildGuessedHosts(recipients),
    ),
    imitated: firstOf(
      buildImitationIndex(traces, options.attacker.lookalikes),
      buildCodedHosts(traces, asWritten),
      buildGuessedHosts(traces),
    ),
  }
  return { context, redact: (text, language, shown) => redactText(text, language, context, shown) }
}

const firstOf =
  (...indexes: readonly ImitationIndex[]): ImitationIndex =>
  (domain) =>
    indexes.reduce<string | undefined>((owner, index) => owner ?? index(domain), undefined)

/** In a short value, a word one letter off a name says the name: `kanxnamivalve` for `kannamivalve`. */
const withLikeNames = (names: NameIndex, isLike: (word: string) => boolean): NameIndex => ({
  ...names,
  has: (text) => names.has(text) || (text.match(LATIN_WORDS) ?? []).some(isLike),
})
const LIKE_MIN = 8
const LATIN_WORDS = /[a-z\d]{5,40}/giu

/**
 * Replaces everything known of the providers by aliases and everything that looks personal by its kind.
 * For showing evidence and for an analyst's own words; the bulletin itself is built from an allow-list.
 */
export function redactText(
  text: string,
  language: keyof Bilingual,
  context: RedactionContext,
  shown?: ShownNames,
): RedactedText {
  const bounded = text.slice(0, ANONYMISE_LIMITS.redactCharsMax)
  const questions: QuestionDraft[] = []
  const known = widenNames(bounded, context.names.find(bounded))
  const personal = [...findPersonal(bounded), ...findIntroduced(bounded)]
  const isPerson = ({ kind }: PersonalMatch): boolean => kind === 'person'
  const isNumber = ({ name }: NameMatch): boolean => name.isNumber === true
  const companies = findCompanyWords(bounded, known, context, questions)
  const repeated = findRepeated(
    bounded,
    { people: personal.filter(isPerson), companies },
    shown === undefined ? NOTHING_SHOWN : toShownWords(shown, context),
  )
  const marks: Mark[] = [
    ...repeated.people.map(toPersonalMark),
    ...repeated.companies,
    // What a number is for says its form; a known one that has none goes all the same.
    ...known.filter(isNumber).map((match) => toNameMark(bounded, match, context)),
    ...personal.map(toPersonalMark),
    ...markNameCores(bounded, [...known, ...personal], context, questions),
    ...companies,
    ...known
      .filter((match) => !isNumber(match))
      .map((match) => toNameMark(bounded, match, context)),
    ...findEncodedNames(bounded, context).map(toPersonalMark),
    ...markLocations(toAsciiWidth(bounded), context, questions),
    ...findBlocks(bounded).map(toPersonalMark),
    ...cutOffMark(text, bounded),
  ]
  const { original, shared } = toSegments(bounded, marks, language)
  return { original, shared, text: shared.map((segment) => segment.text).join(''), questions }
}

/** Words that say a known name once decoded, shorter than what is taken for a code anyway. */
function findEncodedNames(text: string, { names }: RedactionContext): readonly PersonalMatch[] {
  return [...text.matchAll(/[\w+/%-]{6,400}={0,2}/gu)]
    .filter(([word]) =>
      readToken(word)
        .slice(1)
        .some((decoded) => names.has(decoded)),
    )
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, kind: 'token' }))
}

const GENERAL_KINDS: ReadonlySet<string> = new Set([
  'amount',
  'date',
  'time',
  'document-number',
  'quote',
])

function toPersonalMark(match: PersonalMatch): Mark {
  const { start, end, kind } = match
  const placeholder = toPlaceholder(kind)
  return {
    start,
    end,
    kind: GENERAL_KINDS.has(kind) ? 'generalised' : 'removed',
    reason: placeholder,
    // A signature leaves no hole: that there was one says nothing.
    shared: kind === 'signature' ? { ja: '', en: '' } : placeholder,
  }
}

/** Text beyond the limit is neither shown nor shared. */
const cutOffMark = (text: string, bounded: string): readonly Mark[] =>
  text.length === bounded.length || bounded.length === 0
    ? []
    : [
        {
          start: bounded.length - 1,
          end: bounded.length,
          kind: 'removed',
          reason: {
            ja: 'これより後は長すぎるため扱いません',
            en: 'The rest is too long to be treated',
          },
          shared: { ja: '', en: '' },
        },
      ]
