import { createHash } from 'node:crypto'
import type { BulletinContent } from './bulletin-content.ts'
import { allowContent } from './allow-content.ts'
import { toCanonicalJson } from './canonical-json.ts'
import {
  checkTraces,
  type CheckOptions,
  type Leak,
  type OutgoingBytes,
} from './check/find-traces.ts'
import { listBulletinWords } from './list-bulletin-words.ts'
import type { Traces } from './traces.ts'

declare const releasable: unique symbol

/** Content in which nothing names those it came from. Only `release` makes one; exchange accepts nothing else. */
export type ReleasableBulletin = BulletinContent & { readonly [releasable]: true }

/** What the check searched for, for the seal and the certificate. */
export interface Searched {
  readonly traceCount: number
  readonly spellingCount: number
  readonly encodedForms: number
  /** Traces too short or too common to be searched; a person looks for these. */
  readonly skipped: readonly string[]
}

export type Release =
  | {
      readonly ok: true
      readonly releasable: ReleasableBulletin
      readonly searched: Searched
      /** Where the text holds an ordinary word by which a provider is called as well. A person looks at each. */
      readonly weakTraces: readonly Leak[]
    }
  | {
      readonly ok: false
      readonly leaks: readonly Leak[]
      readonly searched: Searched
      readonly weakTraces: readonly Leak[]
    }

/**
 * Lets content go if neither it nor any of its outgoing forms holds a trace of those it came from.
 * The content itself is checked too, so that a form left out of `formats` cannot hide a leak.
 */
export function release(
  content: BulletinContent,
  formats: readonly OutgoingBytes[],
  traces: Traces,
  options: CheckOptions = {},
): Release {
  const allowed = allowContent(content)
  const own = { format: 'content', bytes: Buffer.from(toCanonicalJson(allowed), 'utf8') }
  const { leaks, weakTraces: met, ...searchedFor } = checkTraces([own, ...formats], traces, options)
  const { traceCount, spellingCount, encodedForms, skipped } = searchedFor
  const searched = { traceCount, spellingCount, encodedForms, skipped }
  const weakTraces = met.length === 0 ? [] : findWeakTraces(allowed, traces, options)
  if (leaks.length > 0) return { ok: false, leaks, searched, weakTraces }
  return { ok: true, releasable: allowed as ReleasableBulletin, searched, weakTraces }
}

/** Ordinary words are looked for in what people wrote, not in the names of fields and the words of a format. */
function findWeakTraces(
  content: BulletinContent,
  traces: Traces,
  options: CheckOptions,
): readonly Leak[] {
  // Line by line, so that a place stays the same place when the lines around it change.
  const written = content.indicators.flatMap(({ value, context }) => [value, context])
  const lines = [...new Set([...listBulletinWords(content), ...written])].map((line, at) => ({
    format: `line ${at}`,
    bytes: Buffer.from(line, 'utf8'),
  }))
  const { weakTraces } = checkTraces(lines, traces, options)
  const surface = weakTraces.filter(({ how }) => how === 'as written')
  const seen = new Set(surface.map(({ organisationId, trace }) => `${organisationId} ${trace}`))
  // What is read in the line itself is not shown again as it looks with its marks taken off.
  const deeper = weakTraces.filter(
    ({ organisationId, trace }) => !seen.has(`${organisationId} ${trace}`),
  )
  return [...surface, ...deeper]
}

/** SHA-256 of content and audience: an approval holds for exactly this text to exactly these readers. */
export function hashContent(content: BulletinContent, audience: unknown): string {
  return createHash('sha256').update(toCanonicalJson({ audience, content })).digest('hex')
}
