import { listDays } from '../list-days.ts'
import { SPOOFED_FROM, type BulletinIndicator, type ReleasableBulletin } from 'engine'
import type { StixBundle, StixObject } from './stix-object.ts'
import { TLP_EXTENSION, TLP_MARKINGS } from './tlp-markings.ts'
import { toObservable } from './to-observable.ts'
import { toPattern } from './to-pattern.ts'

/** Ids given to this release's objects, by what they are. Stored with the release, so that versions keep them. */
export type StixIds = Readonly<Record<string, string>>

export interface StixRelease {
  /** Random UUID of the release as members know it; never an id from inside the hub. */
  readonly bulletinId: string
  /** 1 for the first; a correction or withdrawal counts on. */
  readonly version: number
  /** Days, `YYYY-MM-DD`: nothing finer leaves the hub (T13, T41). */
  readonly firstPublishedOn: string
  readonly publishedOn: string
  /** The hub, as creator of everything (T38). */
  readonly hub: HubIdentity
  readonly ids: StixIds
  /** Random UUID (version 4). */
  readonly newId: () => string
  /** The bulletin was withdrawn: its objects are revoked. */
  readonly isWithdrawn?: boolean
}

export interface HubIdentity {
  /** Random UUID, the same in all bulletins of this hub. */
  readonly id: string
  readonly name: string
  /** Day on which the hub was set up, `YYYY-MM-DD`. */
  readonly createdOn: string
}

/**
 * A bulletin as STIX 2.1: a report by the hub, its indicators and what they are about. Written property
 * by property from the bulletin, so that nothing can come along (T36). Techniques are named by
 * reference to ATT&CK: the objects with MITRE's ids are MITRE's to publish.
 */
export function toStixBundle(
  bulletin: ReleasableBulletin,
  release: StixRelease,
): { readonly bundle: StixBundle; readonly ids: StixIds } {
  const ids: Record<string, string> = { ...release.ids }
  const idOf = (type: string, key: string): string => {
    const known = Object.hasOwn(ids, key) ? ids[key] : undefined
    const uuid = known ?? release.newId()
    ids[key] = uuid
    return `${type}--${uuid}`
  }
  const shared = toShared(bulletin, release)
  // Machines block what an indicator names; a borrowed domain is a victim's.
  const told = bulletin.indicators.filter(({ context }) => context !== SPOOFED_FROM)
  const items = told.flatMap((indicator) => toItems(indicator, { bulletin, shared, idOf }))
  const objects: StixObject[] = [
    toIdentity(release.hub),
    TLP_EXTENSION,
    TLP_MARKINGS[bulletin.tlp],
    toReport(bulletin, release, shared, items),
    toEnglish(bulletin, shared, release, idOf),
    ...uniqueById(items),
  ]
  const bundle = {
    type: 'bundle',
    id: idOf('bundle', `bundle ${release.version}`),
    objects,
  } as const
  return { bundle, ids }
}

/** Properties that every object of ours has. */
interface Shared {
  readonly spec_version: '2.1'
  readonly created_by_ref: string
  readonly created: string
  readonly modified: string
  readonly revoked?: true
  readonly object_marking_refs: readonly string[]
}

function toShared(bulletin: ReleasableBulletin, release: StixRelease): Shared {
  return {
    spec_version: '2.1',
    created_by_ref: `identity--${release.hub.id}`,
    created: toMoment(release.firstPublishedOn),
    // One thousandth of a second for each version tells versions of one day apart (§3.6).
    modified: toMoment(release.publishedOn, release.version - 1),
    ...(release.isWithdrawn === true ? { revoked: true } : {}),
    object_marking_refs: [TLP_MARKINGS[bulletin.tlp].id],
  }
}

const toMoment = (day: string, thousandths = 0): string =>
  `${day}T00:00:00.${String(thousandths % 1000).padStart(3, '0')}Z`

const toIdentity = (hub: HubIdentity): StixObject => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${hub.id}`,
  created: toMoment(hub.createdOn),
  modified: toMoment(hub.createdOn),
  name: hub.name,
  identity_class: 'organization',
})

function toReport(
  bulletin: ReleasableBulletin,
  release: StixRelease,
  shared: Shared,
  items: readonly StixObject[],
): StixObject {
  const references = toAttackReferences(bulletin.techniques)
  const refs = uniqueById(items).map(({ id }) => id)
  return {
    type: 'report',
    id: `report--${release.bulletinId}`,
    ...shared,
    lang: 'ja',
    name: bulletin.title.ja,
    description: bulletin.summary.ja.join('\n\n'),
    report_types: ['threat-report'],
    published: toMoment(release.firstPublishedOn),
    // A report refers to at least one object (§4.16); without indicators that is its creator.
    object_refs: refs.length === 0 ? [shared.created_by_ref] : refs,
    ...(references.length === 0 ? {} : { external_references: references }),
  }
}

function toAttackReferences(techniques: ReleasableBulletin['techniques']) {
  const ids = new Set(techniques.flatMap(({ attack }) => attack))
  return [...ids]
    .filter((id) => /^T\d{4}(?:\.\d{3})?$/u.test(id))
    .sort()
    .map((id) => ({
      source_name: 'mitre-attack',
      url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`,
      external_id: id,
    }))
}

/** The report's English text (§7.1). */
function toEnglish(
  bulletin: ReleasableBulletin,
  shared: Shared,
  release: StixRelease,
  idOf: (type: string, key: string) => string,
): StixObject {
  return {
    type: 'language-content',
    id: idOf('language-content', 'english'),
    ...shared,
    object_ref: `report--${release.bulletinId}`,
    object_modified: shared.modified,
    contents: {
      en: { name: bulletin.title.en, description: bulletin.summary.en.join('\n\n') },
    },
  }
}

interface Making {
  readonly bulletin: ReleasableBulletin
  readonly shared: Shared
  readonly idOf: (type: string, key: string) => string
}

/** An indicator, what it is about, and the tie between them. */
function toItems(
  indicator: BulletinIndicator,
  { bulletin, shared, idOf }: Making,
): readonly StixObject[] {
  const key = `${indicator.type} ${indicator.value}`
  const references = toAttackReferences(
    bulletin.techniques.filter(({ id }) => id === indicator.technique),
  )
  const described: StixObject = {
    type: 'indicator',
    id: idOf('indicator', `indicator ${key}`),
    ...shared,
    name: indicator.value,
    description: [indicator.context, ...listDays(indicator)].join(', '),
    indicator_types: ['malicious-activity'],
    pattern: toPattern(indicator),
    pattern_type: 'stix',
    pattern_version: '2.1',
    valid_from: toValidFrom(indicator, shared),
    ...(references.length === 0 ? {} : { external_references: references }),
  }
  const observable = toObservable(indicator, shared.object_marking_refs[0] ?? '')
  if (observable === undefined) return [described]
  const tie: StixObject = {
    type: 'relationship',
    id: idOf('relationship', `relationship ${key}`),
    ...shared,
    relationship_type: 'related-to',
    source_ref: described.id,
    target_ref: observable.id,
  }
  return [described, observable, tie]
}

/** An indicator is valid from the day it was first seen (§4.7), and never from a day after it was published. */
const toValidFrom = ({ firstOn }: BulletinIndicator, { created }: Shared): string =>
  firstOn !== undefined && toMoment(firstOn) < created ? toMoment(firstOn) : created

function uniqueById(objects: readonly StixObject[]): readonly StixObject[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()]
}
