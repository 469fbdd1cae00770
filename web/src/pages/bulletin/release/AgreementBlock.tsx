import { IconCheck, IconClock, IconMail, IconX } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { Card } from '../../../parts/Card.tsx'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { bulletinWords } from '../../../words/bulletin.ts'
import { useDates } from '../../../words/dates.ts'
import { useWords } from '../../../words/use-words.ts'
import { isInValuesRound } from '../is-about-values.ts'
import { isOut } from '../may-edit.ts'
import { PermissionList } from '../Permissions.tsx'
import { Numbered } from './Numbered.tsx'

type Approval = BulletinView['approvals'][number]

/** Who agreed to this very text, by the hash that binds them to it. */
export function AgreementBlock({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const workbench = useWords(bulletinWords)
  const { contentHash } = view
  const asked = view.approvals.filter(
    (one) => one.contentHash === contentHash && one.state !== 'outdated',
  )
  const isUnasked = view.approvalLane === 'technical-only'
  const areValuesFirst = isInValuesRound(view)
  const isSettled = view.state === 'approved' || view.state === 'releasing' || isOut(view.state)
  return (
    <Card
      padded={false}
      title={
        <span className="row">
          <Numbered number={2} />
          {t('agreed')}
        </span>
      }
      aside={
        <span className="mono" title={contentHash}>
          {t('hash', { short: `${contentHash.slice(0, 4)}…${contentHash.slice(-4)}` })}
        </span>
      }
    >
      {isUnasked && <p className="review-line small reason">{t('agreed-unasked')}</p>}
      {!isUnasked && asked.length === 0 && (
        <p className="review-line small quiet reason">
          {t(isSettled ? 'agreed-lead' : areValuesFirst ? 'agreed-values-first' : 'agreed-none')}
        </p>
      )}
      <ul>
        {asked.map((approval) => (
          <Row key={approval.approvalId} approval={approval} />
        ))}
      </ul>
      {view.permissions.length > 0 && (
        <div className="review-line stack">
          <p className="small strong">{workbench('permissions')}</p>
          <p className="tiny quiet reason">{workbench('permissions-say')}</p>
          <PermissionList permissions={view.permissions} />
        </div>
      )}
    </Card>
  )
}

function Row({ approval }: { approval: Approval }) {
  const t = useWords(bulletinReleaseWords)
  const workbench = useWords(bulletinWords)
  const dates = useDates()
  const { state, answeredAt, answeredBy, dueAt } = approval
  return (
    <li className="review-line row-wrap small">
      <Sign state={state} />
      <strong>{approval.organisation}</strong>
      <span>{workbench(`approval-${state}`)}</span>
      <span className="push quiet nowrap">
        {state === 'not-asked'
          ? workbench('approval-told', { at: dates.short(dueAt) })
          : answeredAt === undefined
            ? workbench('approval-due', { at: dates.short(dueAt) })
            : t('agreed-row', { at: dates.short(answeredAt), who: answeredBy ?? '' })}
      </span>
    </li>
  )
}

function Sign({ state }: { state: Approval['state'] }) {
  if (state === 'approved') return <IconCheck className="sign-ok" size={16} aria-hidden="true" />
  if (state === 'waiting') return <IconClock className="sign-warn" size={16} aria-hidden="true" />
  if (state === 'not-asked') return <IconMail size={16} aria-hidden="true" />
  return <IconX className="sign-bad" size={16} aria-hidden="true" />
}
