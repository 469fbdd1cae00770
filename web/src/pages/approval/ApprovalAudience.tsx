import { IconShieldCheck, IconUsers } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { useMe } from '../../client/me.ts'
import { CertificateLink } from '../../parts/CertificateLink.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { bulletinReleaseWords } from '../../words/bulletin-release.ts'
import { approvalWords } from '../../words/approval.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Who will read it, and what the check found. */
export function ApprovalAudience({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const say = useSay()
  const release = useWords(bulletinReleaseWords)
  return (
    <section className="approval-box" data-part="audience" aria-label={t('audience')}>
      <header className="approval-box-head">
        <IconUsers size={18} stroke={1.5} aria-hidden="true" />
        <h2>{t('audience')}</h2>
      </header>
      <div className="stack">
        <ul className="approval-groups">
          {approval.audience.groups.map((group) => (
            <li key={group.name.en} className="approval-group">
              <span>{say(group.name)}</span>
              <strong>{t('organisations', { count: group.organisationCount })}</strong>
            </li>
          ))}
          {approval.audience.groups.length > 1 && (
            <li className="approval-group small quiet">
              <span>{t('total')}</span>
              <span>{t('organisations', { count: approval.audience.organisationCount })}</span>
            </li>
          )}
        </ul>
        <p className="row-wrap small">
          <TlpLabel tlp={approval.content.tlp} />
          <span className="reason">{release(`tlp-${approval.content.tlp}`)}</span>
        </p>
        <p className="small reason">{t('audience-say')}</p>
        <Asks asks={approval.asks} />
        {approval.about === 'text' && <Seal approval={approval} />}
        {approval.state === 'approved' && (
          <CertificateLink path={`/api/approvals/${approval.approvalId}/certificate`} />
        )}
      </div>
    </section>
  )
}

/** What this approval would allow beyond the provider's own wishes; said before everything else is praised. */
function Asks({ asks }: { asks: ApprovalView['asks'] }) {
  const t = useWords(approvalWords)
  const say = useSay()
  if (asks.length === 0) return null
  return (
    <div className="approval-asks">
      <h3>{t('asks')}</h3>
      <ul className="small">
        {asks.map((ask) => (
          <li key={ask.en} className="reason">
            {say(ask)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Seal({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const { data: me } = useMe()
  return (
    <div className="approval-seal">
      <h3>
        <IconShieldCheck size={18} stroke={1.5} aria-hidden="true" />
        {t(approval.identifying.length === 0 ? 'seal-title' : 'seal-title-with-values', {
          name: me?.organisation?.name ?? t('my-organisation'),
        })}
      </h3>
      <p className="small">{t('seal-say', { count: approval.traceCount })}</p>
      {approval.weakCount > 0 && (
        <p className="small">{t('seal-weak', { count: approval.weakCount })}</p>
      )}
      {approval.skippedCount > 0 && (
        <p className="small">{t('seal-skipped', { count: approval.skippedCount })}</p>
      )}
    </div>
  )
}
