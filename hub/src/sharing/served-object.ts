import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import type { ServedObject } from './stix.queries.ts'

const StixFrame = z.looseObject({
  type: z.string(),
  id: z.string(),
  spec_version: z.string().default('2.1'),
  created: z.string().optional(),
  modified: z.string().optional(),
})

/** A STIX object on its way into collections; `isVersioned` is false for observables and marking definitions. */
export type OutgoingObject = ServedObject & { readonly isVersioned: boolean }

/** TAXII names a version for every object; one without `modified` takes `created` or the day it came (TAXII 2.1 §3.4.1). */
export function toServed(object: object, at: Date): OutgoingObject {
  const { type, id, spec_version, created, modified } = StixFrame.parse(object)
  return {
    stixId: id,
    version: modified ?? created ?? `${dayInJapan(at)}T00:00:00.000Z`,
    type,
    specVersion: spec_version,
    body: JSON.stringify(object),
    isVersioned: modified !== undefined,
  }
}

/** Properties a revoked object keeps: what the standard requires, what says whose it is, no words. */
const KEPT: ReadonlySet<string> = new Set([
  'type',
  'spec_version',
  'id',
  'created_by_ref',
  'created',
  'object_marking_refs',
  'pattern_type',
  'valid_from',
  'published',
  'relationship_type',
  'source_ref',
  'object_ref',
])

/** Required properties that would go on saying what was withdrawn, with what they say instead. */
const INSTEAD: Readonly<
  Record<string, (object: { id: string; created_by_ref: unknown }) => object>
> = {
  report: ({ created_by_ref }) => ({ name: '取り下げ / Withdrawn', object_refs: [created_by_ref] }),
  indicator: () => ({ pattern: "[x-noroshi-withdrawn:value = 'withdrawn']" }),
  // An observable is its value; the tie to it is turned to the hub.
  relationship: ({ created_by_ref }) => ({ target_ref: created_by_ref }),
  'language-content': () => ({ contents: { en: { name: 'Withdrawn' } } }),
}

/** The last version of an object that was withdrawn (STIX 2.1 §3.6): its id, that it is revoked, and no content. */
export function toRevoked(body: string, at: Date): ServedObject {
  const object = StixFrame.parse(JSON.parse(body))
  const { type, id, created_by_ref = id } = object
  const modified = laterThan(object.modified, at)
  const revoked = {
    ...Object.fromEntries(Object.entries(object).filter(([name]) => KEPT.has(name))),
    ...INSTEAD[type]?.({ id, created_by_ref }),
    ...{ modified, revoked: true },
  }
  return {
    stixId: id,
    version: modified,
    type,
    specVersion: object.spec_version,
    body: JSON.stringify(revoked),
  }
}

/** It has been taken back already: no version follows one that is revoked (STIX 2.1 §3.6). */
export const isRevoked = (body: string): boolean =>
  z.looseObject({ revoked: z.boolean().default(false) }).parse(JSON.parse(body)).revoked

/** The day, as in every time that leaves the hub, but later than the version before. */
function laterThan(former: string | undefined, at: Date): string {
  const before = former === undefined ? 0 : Date.parse(former)
  const day = Date.parse(`${dayInJapan(at)}T00:00:00.000Z`)
  return new Date(Math.max(day, before + 1)).toISOString()
}

const OBSERVABLE =
  /\b(?:artifact|domain-name|email-addr|email-message|file|ipv4-addr|ipv6-addr|url)--[0-9a-f-]{36}/g

/** Ids of the observables that an object refers to. */
export function findObservableIds(body: string): string[] {
  return body.match(OBSERVABLE) ?? []
}
