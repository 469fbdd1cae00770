import type { StructureView } from 'contract/community'
import type { Db } from '../database/index.ts'
import { countStructure } from './count-structure.ts'
import { listGroups, listOwnGroupsSpans, listSpans } from './structure.queries.ts'

/** The whole community on a day (SPEC C-3, C-6). For staff. */
export async function loadStructure(db: Db, asOf: string): Promise<StructureView> {
  return countStructure(await listGroups(db), await listSpans(db), asOf)
}

/** The same for a member: only the groups it acts in today. Others do not exist for it. */
export async function loadOwnStructure(db: Db, asOf: string): Promise<StructureView> {
  return countStructure(await listGroups(db), await listOwnGroupsSpans(db), asOf)
}
