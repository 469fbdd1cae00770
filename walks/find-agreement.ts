import { getAs } from './hub-api.ts'
import type { Visitor } from './visitor.ts'

/** Path of the copy of the first agreement that binds the visitor's own organisation. */
export async function findAgreement(visitor: Visitor): Promise<string> {
  const me = await getAs<{ organisation?: { organisationId: string } }>(visitor, '/api/me')
  const { agreements } = await getAs<{ agreements: readonly { agreementId: string }[] }>(
    visitor,
    `/api/organisations/${me.organisation?.organisationId}`,
  )
  return `/agreements/${agreements[0]?.agreementId}`
}
