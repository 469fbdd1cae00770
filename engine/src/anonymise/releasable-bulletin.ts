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
import type { Traces } from './traces.ts'

declare const releasable: unique symbol

/** Content in which nothing names those it came from. Only `release` makes one; exchange accepts nothing else. */
export type ReleasableBulletin = BulletinContent & { readonly [releasable]: true }

/** What the check read of one format, for the seal. */
export interface CheckedFormat {
  readonly format: string
  readonly sizeBytes: number
  readonly traceCount: number
  readonly encodedForms: number
}

export type Release =
  | {
      readonly ok: true
      readonly releasable: ReleasableBulletin
      readonly checked: readonly CheckedFormat[]
      /** Traces too short or too common to be searched; a person looks for these. */
      readonly skipped: readonly string[]
      /** Traces that are ordinary words, and where the outgoing bytes hold one. */
      readonly ordinary: readonly string[]
      readonly weakTraces: readonly Leak[]
    }
  | { readonly ok: false; readonly leaks: readonly Leak[] }

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
  const check = checkTraces([own, ...formats], traces, options)
  if (check.leaks.length > 0) return { ok: false, leaks: check.leaks }
  const { traceCount, encodedForms, skipped, ordinary, weakTraces } = check
  return {
    ok: true,
    releasable: allowed as ReleasableBulletin,
    checked: formats.map(({ format, bytes }) => ({
      format,
      sizeBytes: bytes.length,
      traceCount,
      encodedForms,
    })),
    ...{ skipped, ordinary, weakTraces },
  }
}

/** SHA-256 of content and audience: an approval holds for exactly this text to exactly these readers. */
export function hashContent(content: BulletinContent, audience: unknown): string {
  return createHash('sha256').update(toCanonicalJson({ audience, content })).digest('hex')
}
