import { type BlockListKind, toBlockList, toCsv, toPlainText } from 'exchange/plain'
import { type HubIdentity, type StixIds, type StixObject, toStixBundle } from 'exchange/stix'
import type { DocumentFormat, Owners, ReleasableBulletin } from 'engine'
import type { z } from 'zod'
import type { OutgoingFormat } from 'contract/bulletin'
import type { Bilingual } from 'contract/common'
import { dayInJapan } from '../clock.ts'
import { newId } from '../ids.ts'
import { mayBeBlocked } from './may-be-blocked.ts'
import { renderNotice, toNoticeSubject } from './notice-text.ts'
import { TLP_RULES } from './tlp-rules.ts'

/** What the forms say besides the text: number, days and the ids members know. Nothing from inside the hub. */
export interface OutgoingFacts {
  readonly number: string
  readonly version: number
  readonly releaseId: string
  /** Release of the first version, by which feeds know the report through its corrections. */
  readonly firstReleaseId: string
  readonly firstPublishedOn: string
  readonly publishedAt: Date
  readonly hub: HubIdentity
  readonly hubName: Bilingual
  readonly baseUrl: string
  readonly stixIds: StixIds
  /** What members have registered, which no list for blocking holds. */
  readonly registered: Owners
}

/** One form as it leaves. */
export interface OutgoingForm {
  readonly format: z.infer<typeof OutgoingFormat>
  readonly mediaType: string
  /** How the leak check is to read it. */
  readonly readAs: DocumentFormat
  readonly text: string
  readonly bytes: Uint8Array
}

export interface OutgoingStix {
  readonly objects: readonly StixObject[]
  readonly ids: StixIds
}

/** Files a reader may take away; stored with the release, so that what is taken is what was checked. */
export interface ReleaseFiles {
  readonly text: Bilingual
  readonly csv: string
  readonly stix: string
  readonly blockLists: Readonly<Record<BlockListKind, string>>
}

export interface OutgoingForms {
  readonly list: readonly OutgoingForm[]
  /** The content as JSON, byte for byte what members are served. */
  readonly contentText: string
  /** Absent for a label that no feed, mail or file carries. */
  readonly stix?: OutgoingStix
  readonly files?: ReleaseFiles
}

const BLOCK_LISTS: readonly BlockListKind[] = ['domains', 'addresses', 'urls', 'senders']

/** Builds every form of a bulletin. The leak check reads these bytes, and these bytes leave. */
export function renderOutgoing(bulletin: ReleasableBulletin, facts: OutgoingFacts): OutgoingForms {
  const contentText = JSON.stringify(bulletin)
  const web = toForm('web', 'json', 'application/json', contentText)
  if (!TLP_RULES[bulletin.tlp].mayBeExported) return { list: [web], contentText }
  const mail = toForm('mail', 'mail', 'text/plain', renderMail(bulletin, facts))

  const stix = renderStix(bulletin, facts)
  const files = renderFiles(bulletin, facts, stix.text)
  const lists = BLOCK_LISTS.map((kind) => files.blockLists[kind]).join('')
  return {
    list: [
      web,
      mail,
      toForm('text', 'text', 'text/plain', `${files.text.ja}\n${files.text.en}`),
      toForm('stix', 'json', 'application/stix+json;version=2.1', stix.text),
      toForm('csv', 'csv', 'text/csv', `${files.csv}${lists}`),
    ],
    ...{ contentText, files },
    stix: { objects: stix.objects, ids: stix.ids },
  }
}

function renderMail(bulletin: ReleasableBulletin, facts: OutgoingFacts): string {
  const kind = facts.version === 1 ? 'released' : 'corrected'
  const { title, tlp } = bulletin
  const subject = toNoticeSubject({ kind, number: facts.number, title, tlp })
  const link = `${facts.baseUrl}/inbox/${facts.releaseId}`
  return (['ja', 'en'] as const)
    .map((language) => renderNotice({ kind, subject, tlp, link }, language))
    .map((notice) => `Subject: ${notice.subject}\n\n${notice.text}`)
    .join('\n')
}

function renderStix(bulletin: ReleasableBulletin, facts: OutgoingFacts) {
  const { bundle, ids } = toStixBundle(bulletin, {
    bulletinId: facts.firstReleaseId,
    version: facts.version,
    firstPublishedOn: facts.firstPublishedOn,
    publishedOn: dayInJapan(facts.publishedAt),
    hub: facts.hub,
    ids: facts.stixIds,
    newId,
  })
  return { text: JSON.stringify(bundle), objects: bundle.objects, ids }
}

function renderFiles(
  bulletin: ReleasableBulletin,
  { number, version, publishedAt, hubName, registered }: OutgoingFacts,
  stix: string,
): ReleaseFiles {
  const about = { number, version, publishedOn: dayInJapan(publishedAt) }
  const list = (kind: BlockListKind) =>
    toBlockList(bulletin, kind, (indicator) => mayBeBlocked(indicator, registered))
  return {
    text: {
      ja: toPlainText(bulletin, 'ja', { ...about, hubName: hubName.ja }),
      en: toPlainText(bulletin, 'en', { ...about, hubName: hubName.en }),
    },
    csv: toCsv(bulletin),
    stix,
    blockLists: {
      domains: list('domains'),
      addresses: list('addresses'),
      urls: list('urls'),
      senders: list('senders'),
    },
  }
}

const toForm = (
  format: OutgoingForm['format'],
  readAs: DocumentFormat,
  mediaType: string,
  text: string,
): OutgoingForm => ({ format, readAs, mediaType, text, bytes: new TextEncoder().encode(text) })
