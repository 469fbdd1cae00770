import type { BulletinContent } from '../bulletin-content.ts'
import { checkTraces } from '../check/find-traces.ts'
import { listBulletinWords } from '../list-bulletin-words.ts'
import { isSharedService } from '../redact/shared-services.ts'
import { findAddresses } from '../redact/find-addresses.ts'
import { findPersonal, toAsciiWidth } from '../redact/find-personal.ts'
import { buildNameIndex, type NameIndex } from '../redact/match-names.ts'
import type { Traces } from '../traces.ts'
import { findAccountLike } from './find-account-like.ts'
import { findOrganisationLike, type Found } from './find-organisation-like.ts'
import { findPersonLike } from './find-person-like.ts'
import { isNamedOnPurpose } from './named-on-purpose.ts'

export const UNKNOWN_KINDS = [
  'organisation',
  'person',
  'phone',
  'account',
  'address',
  'email',
  'machine',
] as const
export type UnknownKind = (typeof UNKNOWN_KINDS)[number]

/** A string in a bulletin's text that may name somebody whom no register holds. */
export interface UnknownName {
  readonly kind: UnknownKind
  readonly value: string
}

/**
 * Lists what looks like a name, number or address of somebody in the words of a bulletin, as the analyst left them,
 * and in subjects and file names. What the bulletin publishes as the attacker's, and services everybody knows, are left out;
 * so are registered names, which the check finds and refuses. `met` are people whom the evidence names.
 */
export function findUnknownNames(
  content: BulletinContent,
  traces: Traces,
  met: Traces = { organisations: [] },
): readonly UnknownName[] {
  const known: KnownPeople = {
    names: buildNameIndex(met),
    givenNames: listGivenNames([traces, met]),
  }
  const isRegistered = toRegistered(traces)
  const written = content.indicators.filter(isWritten)
  const published = content.indicators
    .filter((indicator) => !isWritten(indicator))
    .map(({ value }) => value.toLowerCase())
  const isPublished = (value: string): boolean =>
    published.some((indicator) => indicator.includes(value.toLowerCase()))
  const found = new Map<string, UnknownName>()
  for (const text of [...listBulletinWords(content), ...written.map(({ value }) => value)]) {
    for (const { kind, value } of findInText(text, known)) {
      // A domain that holds somebody's name does not make the name the attacker's.
      const isAttackers = kind !== 'person' && isPublished(value)
      const isKnown = isNamedOnPurpose(value) || isAttackers || isRegistered(value)
      if (!isKnown && !found.has(value) && found.size < NAMES_MAX) found.set(value, { kind, value })
    }
  }
  return [...found.values()]
}

/** What the check will find by itself: the redactor may know more, and would keep a name from being asked about. */
function toRegistered(traces: Traces): (value: string) => boolean {
  const known = new Map<string, boolean>()
  const isFound = (value: string): boolean => {
    const bytes = Buffer.from(value, 'utf8')
    const { leaks, weakTraces } = checkTraces([{ format: 'text', bytes }], traces)
    return leaks.length > 0 || weakTraces.length > 0
  }
  return (value) => {
    const found = known.get(value) ?? isFound(value)
    known.set(value, found)
    return found
  }
}

/** Nobody reads more with care; a text with so many names is no bulletin. */
const NAMES_MAX = 200

/** Subjects and file names are sentences that an attacker wrote to somebody. */
export const isWritten = ({ type }: BulletinContent['indicators'][number]): boolean =>
  type === 'subject' || type === 'file-name'

/** People whom the evidence names, and the given names of all who are known. */
interface KnownPeople {
  readonly names: NameIndex
  readonly givenNames: ReadonlySet<string>
}

/** Those in kanji, of names whose parts are set apart. */
const listGivenNames = (lists: readonly Traces[]): ReadonlySet<string> =>
  new Set(
    lists
      .flatMap(({ organisations }) => organisations.flatMap(({ people }) => people))
      .flatMap(({ names }) => names.flatMap((name) => GIVEN_PART.exec(name)?.[0] ?? [])),
  )
const GIVEN_PART = /(?<=^[\p{Script=Han}々ヶ]{1,4}[ 　])[\p{Script=Han}々]{2,3}$/u

interface Span extends Found {
  readonly kind: UnknownKind
}

/** Left to right; of two that overlap the first, and of those that begin alike the longest. */
function findInText(written: string, { names, givenNames }: KnownPeople): readonly Span[] {
  const text = toAsciiWidth(written)
  const spans: Span[] = [
    ...findAddresses(text)
      .filter(({ value }) => !isSharedService(value.slice(value.lastIndexOf('@') + 1)))
      .map((found) => ({ ...found, kind: 'email' as const })),
    ...findAccountLike(text).map((found) => ({ ...found, kind: 'account' as const })),
    ...findPersonal(text).flatMap(({ start, end, kind }) => {
      const unknown = KIND_OF[kind]
      return unknown === undefined ? [] : [{ start, value: text.slice(start, end), kind: unknown }]
    }),
    ...findOrganisationLike(text).map((found) => ({ ...found, kind: 'organisation' as const })),
    ...findPersonLike(text, givenNames).map((found) => ({ ...found, kind: 'person' as const })),
    ...names.find(text).map(({ start, end }) => ({
      ...{ start, value: text.slice(start, end), kind: 'person' as const },
    })),
  ]
  let coveredTo = 0
  return spans
    .toSorted((a, b) => a.start - b.start || b.value.length - a.value.length)
    .flatMap((span) => {
      if (span.start < coveredTo || span.value === '') return []
      coveredTo = span.start + span.value.length
      // As written: width was only folded to be recognised.
      return [{ ...span, value: written.slice(span.start, coveredTo) }]
    })
}

const KIND_OF: Readonly<Record<string, UnknownKind>> = {
  phone: 'phone',
  postal: 'address',
  address: 'address',
  'employee-id': 'person',
  host: 'machine',
  path: 'machine',
}
