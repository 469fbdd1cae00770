import type { OutgoingPreview } from 'contract/bulletin'
import type { Bilingual } from 'contract/common'
import type {
  BulletinRecord,
  Handling,
  LoadedAudience,
  OutgoingForms,
} from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { insertRequest } from './approval.queries.ts'
import { loadProviderView } from './load-provider-view.ts'

export interface PutRequest {
  readonly bulletin: BulletinRecord
  readonly handling: Handling
  readonly audience: LoadedAudience
  readonly organisationId: string
  /** What it would allow beyond the provider's wishes. */
  readonly asks: readonly Bilingual[]
  readonly forms: readonly OutgoingPreview[]
  readonly state: 'waiting' | 'not-asked'
  readonly at: Date
  readonly dueAt: Date
  readonly message?: string | undefined
}

/** Puts down what one provider is shown of a text, frozen as it is at this moment. */
export async function putRequest(db: Db, put: PutRequest): Promise<string> {
  const { bulletin, handling, audience, organisationId, asks, forms, state, at, dueAt } = put
  const id = newId()
  const view = await loadProviderView(db, { bulletin, handling, organisationId })
  await insertRequest(db, {
    ...{ id, organisationId, asks, forms, state, ...view },
    bulletinId: bulletin.id,
    version: bulletin.version,
    contentHash: bulletin.contentHash,
    askedAt: at,
    dueAt,
    message: put.message,
    bulletinNumber: bulletin.number,
    content: bulletin.content,
    audience: toProviderAudience(audience),
  })
  return id
}

/** Every form as it leaves. */
export const toPreviews = ({ list }: OutgoingForms): OutgoingPreview[] =>
  list.map(({ format, mediaType, text }) => ({ format, mediaType, text }))

/** Groups and how many organisations, without the names of organisations or where other providers are. */
const toProviderAudience = ({ view }: LoadedAudience) => ({
  groups: view.groups.map(({ name, organisationCount }) => ({ name, organisationCount })),
  organisationCount: view.organisationCount,
})
