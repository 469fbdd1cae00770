import { type DraftedBulletin, letterOf, listAliases, release, type Traces } from 'engine'
import type { ApprovalView } from 'contract/bulletin'
import type { Bilingual } from 'contract/common'
import {
  type BulletinRecord,
  draftCases,
  type Handling,
  loadCaseRecord,
  permittedValues,
  toDraftedDecisions,
} from '../anonymisation/index.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { type Own, toLabel, toOwn, type Vault } from './to-own.ts'
import { toOwnRow, toOwnSegment } from './to-own-words.ts'

/** What one provider is shown besides the text itself, frozen when it is asked. */
export interface ProviderView {
  readonly sent: ApprovalView['sent']
  readonly replaced: ApprovalView['replaced']
  readonly alias: Bilingual
  /** Of its own vault alone: a number over all would tell that there is another provider, and how large its vault is. */
  readonly traceCount: number
  /** Of its own names as well: those that could not be searched, and ordinary words of the text. */
  readonly skippedCount: number
  readonly weakCount: number
}

// A bulletin without a case has no evidence and calls nobody anything.
const NO_ALIAS: Bilingual = { ja: '', en: '' }

/**
 * Each is built from that provider's own mails, logs and its own vault alone. Names of other providers are in neither:
 * not even the legend may tell one provider that there is another. All are drafted together: each of them that is large
 * would begin the transaction anew, and that of many providers would never end.
 */
export async function loadProviderViews(
  db: Db,
  { bulletin, handling }: { readonly bulletin: BulletinRecord; readonly handling: Handling },
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, ProviderView>> {
  const vaults: Vault[] = []
  for (const organisationId of organisationIds) {
    vaults.push({ organisationId, traces: await loadTraces(db, [organisationId]) })
  }
  const { caseId, aliases } = bulletin
  if (caseId === undefined) {
    const bare = { sent: [], replaced: [], alias: NO_ALIAS }
    return toViews(vaults, ({ traces }) => ({ ...bare, ...countOwn(bulletin, traces) }))
  }
  const decisions = toDraftedDecisions(bulletin)
  const loaded = await loadCaseRecord(db, { caseId, handling, decisions, aliases })
  const owns = vaults.map((vault) => toOwn(loaded, bulletin, vault))
  const drafts = await draftCases(
    db,
    owns.map(({ record }) => record),
  )
  return toViews(owns, (own, at) => ({
    ...countOwn(bulletin, own.traces),
    ...toShown(own, drafts[at]),
  }))
}

const toViews = <T extends Vault>(
  owns: readonly T[],
  toView: (own: T, at: number) => ProviderView,
) => new Map(owns.map((own, at) => [own.organisationId, toView(own, at)]))

function toShown(
  { organisationId, traces, letters, sent }: Own,
  drafted: DraftedBulletin | undefined,
): Pick<ProviderView, 'sent' | 'replaced' | 'alias'> {
  if (drafted === undefined) throw new TypeError('Each record has its draft.')
  const { originals, called } = drafted
  const texts = new Map(originals.map(({ label, original }) => [label, original]))
  const provider = letterOf(called, organisationId)
  const legend = listAliases(called, traces).map((row) => toOwnRow(row, letters, provider))
  return {
    sent: sent.map((one, at) => ({
      ...one,
      segments: (texts.get(toLabel(at)) ?? []).map((piece) => toOwnSegment(piece, letters)),
    })),
    replaced: legend
      .filter(({ standsFor }) => standsFor.length > 0)
      .map(({ alias, letter, standsFor }) => ({ alias, letter, standsFor: [...standsFor] })),
    alias: legend.find(({ role }) => role === 'provider')?.alias ?? NO_ALIAS,
  }
}

function countOwn(
  bulletin: BulletinRecord,
  traces: Traces,
): Pick<ProviderView, 'traceCount' | 'skippedCount' | 'weakCount'> {
  const permitted = permittedValues(bulletin)
  const { searched, weakTraces } = release(bulletin.content, [], traces, { permitted })
  return {
    traceCount: searched.traceCount,
    skippedCount: searched.skipped.length,
    weakCount: new Set(weakTraces.map(({ trace }) => trace)).size,
  }
}
