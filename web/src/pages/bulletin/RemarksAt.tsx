import type { BulletinView } from 'contract/bulletin'
import { RemarkNote } from '../../parts/RemarkNote.tsx'

/** What providers want changed at this place, each with its name: hub people only. */
export function RemarksAt({
  place,
  approvals,
}: {
  place: string
  approvals: BulletinView['approvals']
}) {
  // The newest answer of each provider; what it said of an earlier text has been dealt with.
  const seen = new Set<string>()
  return approvals.flatMap(({ approvalId, organisationId, organisation, remarks, state }) => {
    if (seen.has(organisationId)) return []
    seen.add(organisationId)
    if (state !== 'changes-asked') return []
    return remarks
      .filter((remark) => remark.place === place)
      .map(({ text }) => (
        <RemarkNote key={`${approvalId} ${text}`} who={organisation}>
          {text}
        </RemarkNote>
      ))
  })
}
