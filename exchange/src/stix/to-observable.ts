import type { BulletinIndicator } from 'engine'
import { toObservableId } from './observable-id.ts'
import type { StixObject } from './stix-object.ts'

const TYPES: Readonly<Partial<Record<BulletinIndicator['type'], string>>> = {
  'email-address': 'email-addr',
  domain: 'domain-name',
  url: 'url',
  ipv4: 'ipv4-addr',
  ipv6: 'ipv6-addr',
}

/** The observable an exact indicator is about; undefined for patterns, subjects and file names. */
export function toObservable(
  { type, value, isPattern }: BulletinIndicator,
  markingRef: string,
): StixObject | undefined {
  if (isPattern === true) return undefined
  if (type === 'sha256') return withId('file', { hashes: { 'SHA-256': value } }, markingRef)
  const observable = TYPES[type]
  return observable === undefined ? undefined : withId(observable, { value }, markingRef)
}

const withId = (
  type: string,
  contributing: Readonly<Record<string, unknown>>,
  markingRef: string,
): StixObject => ({
  type,
  spec_version: '2.1',
  id: toObservableId(type, contributing),
  object_marking_refs: [markingRef],
  ...contributing,
})
