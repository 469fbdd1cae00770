import { z } from 'zod'
import { AgreementCopy, AgreementText } from 'contract/agreement'
import { Day } from 'contract/common'
import { type Db, loadRow, sql } from '../database/index.ts'
import { HUB_NAME } from './hub-name.ts'

const Signed = z.object({
  signatureId: z.uuid(),
  signedAt: z.date(),
  signedBy: z.string(),
  acceptedOn: Day,
  text: AgreementText,
})
const Agreed = AgreementCopy.omit({ hub: true, signed: true })
const CopyRow = Agreed.extend(Signed.partial().shape)

/** One agreement as it was made; of one organisation alone where it asks itself, so that another's is not there. */
export async function loadAgreementCopy(
  db: Db,
  agreementId: string,
  ofOrganisation: string | undefined,
): Promise<AgreementCopy> {
  const row = await loadRow(
    db,
    CopyRow,
    sql`select a.id as agreement_id, o.name as organisation, g.name as "group", a.kind, a.version, a.signer, a.signed_on, a.ends_on,
               s.id as signature_id, s.signed_at, p.name as signed_by,
               (s.accepted_at at time zone 'Asia/Tokyo')::date as accepted_on,
               case when t.id is not null then jsonb_build_object('textId', t.id, 'version', t.version, 'ja', t.ja, 'en', t.en,
                    'hash', s.text_hash) end as text
          from noroshi.agreement a
          join noroshi.organisation o on o.id = a.organisation_id
          join noroshi.sharing_group g on g.id = a.group_id
          left join noroshi.agreement_signature s on s.id = a.signature_id
          left join noroshi.agreement_text t on t.id = s.text_id
          left join noroshi.person p on p.id = s.person_id
         where a.id = ${agreementId}
           and (${ofOrganisation ?? null}::uuid is null or a.organisation_id = ${ofOrganisation ?? null}::uuid)`,
  )
  const { success, data } = Signed.safeParse(row)
  return {
    ...Agreed.parse(row),
    hub: HUB_NAME,
    ...(success && { signed: { ...data, signedAt: data.signedAt.toISOString() } }),
  }
}
