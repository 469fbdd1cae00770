import type { BulletinContent, IdentifyingValue, OutgoingPreview } from 'contract/bulletin'
import { hashContent } from 'engine'
import type { Bilingual } from 'contract/common'
import type { BulletinRecord, LoadedAudience, OutgoingForms } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { type ApprovalRequest, insertRequest } from './approval.queries.ts'
import type { ProviderView } from './load-provider-views.ts'

export interface PutRequest {
  readonly bulletin: BulletinRecord
  readonly audience: LoadedAudience
  readonly organisationId: string
  /** What it is shown besides the text. */
  readonly view: ProviderView
  /** What it would allow beyond the provider's wishes. */
  readonly asks: readonly Bilingual[]
  readonly forms: readonly OutgoingPreview[]
  readonly about: 'text' | 'values'
  /** The values from its own evidence. */
  readonly identifying: readonly IdentifyingValue[]
  readonly state: 'waiting' | 'not-asked'
  readonly at: Date
  readonly dueAt: Date
  readonly message?: string | undefined
}

/** Puts down what one provider is shown of a text, frozen as it is at this moment. */
export async function putRequest(db: Db, put: PutRequest): Promise<string> {
  const { bulletin, audience, organisationId, about, at, dueAt } = put
  const { asks, forms, state, identifying, view } = put
  const id = newId()
  await insertRequest(db, {
    ...{ id, organisationId, about, asks, forms, state, identifying, ...view },
    ...toAsked(put),
    // How many ordinary words a text holds is for those who read it.
    ...(about === 'values' ? { skippedCount: 0, weakCount: 0 } : {}),
    bulletinId: bulletin.id,
    version: bulletin.version,
    askedAt: at,
    dueAt,
    message: put.message,
    bulletinNumber: bulletin.number,
    audience: toProviderAudience(audience),
  })
  return id
}

type WhatIsAsked = Pick<PutRequest, 'about' | 'bulletin' | 'identifying'>

/** The hash by which a provider answers. */
export const toAskedHash = (what: WhatIsAsked): string => toAsked(what).contentHash

/**
 * The text and its hash. Of a question about values the title alone, and a hash of what is asked: beside the text that
 * follows, an earlier one would show which other lines waited for a permission, and its hash whether any did.
 */
function toAsked({
  about,
  bulletin: { content, contentHash, groupIds },
  identifying,
}: WhatIsAsked): Pick<ApprovalRequest, 'content' | 'contentHash'> {
  if (about === 'text') return { content, contentHash }
  const bare: BulletinContent = {
    ...content,
    ...{ summary: { ja: [], en: [] }, techniques: [], lookalikes: [], indicators: [] },
    ...{ advice: [], omitted: [] },
  }
  return { content: bare, contentHash: hashContent(bare, { groupIds, identifying }) }
}

/** Every form as it leaves. */
export const toPreviews = ({ list }: OutgoingForms): OutgoingPreview[] =>
  list.map(({ format, mediaType, text }) => ({ format, mediaType, text }))

/** Groups and how many organisations, without the names of organisations or where other providers are. */
const toProviderAudience = ({ view }: LoadedAudience) => ({
  groups: view.groups.map(({ name, organisationCount }) => ({ name, organisationCount })),
  organisationCount: view.organisationCount,
})
