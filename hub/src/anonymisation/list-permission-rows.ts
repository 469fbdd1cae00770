import { OrganisationId } from 'contract/common'
import type { PermissionRow } from 'contract/bulletin'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import type { Approval } from './bulletin-view.queries.ts'
import type { Handling } from './load-handling.ts'
import { loadPermissions, type ValuePermission } from './load-permissions.ts'

/** Which value waits for whom. For the hub's own people only. */
export async function listPermissionRows(
  db: Db,
  bulletin: BulletinRecord,
  { handling, approvals }: { handling: Handling; approvals: readonly Approval[] },
): Promise<PermissionRow[]> {
  const permissions = await loadPermissions(db, bulletin, handling)
  if (permissions.length === 0) return []
  const { organisations } = await loadTraces(db, handling.providerIds)
  const names = new Map(organisations.map(({ id, names: [name] }) => [id, name ?? '']))
  const waiting = new Set(
    approvals
      .filter(({ about, state }) => about === 'values' && state === 'waiting')
      .map(({ organisationId }) => organisationId),
  )
  return permissions.map(({ holders, ...value }) => ({
    ...value,
    holders: holders.map((holder) => ({
      organisationId: OrganisationId.parse(holder.organisationId),
      organisation: names.get(holder.organisationId) ?? '',
      answer: toAnswer(holder, waiting),
    })),
  }))
}

function toAnswer(
  { organisationId, isGiven, wasAsked }: ValuePermission['holders'][number],
  waiting: ReadonlySet<string>,
): PermissionRow['holders'][number]['answer'] {
  if (isGiven !== undefined) return isGiven ? 'given' : 'refused'
  if (!wasAsked) return 'not-asked'
  return waiting.has(organisationId) ? 'waiting' : 'silent'
}
