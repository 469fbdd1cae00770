import { IconMail } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { Alias } from '../../parts/Alias.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Redaction } from '../../parts/Redaction.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { approvalWords } from '../../words/approval.ts'
import { useDates } from '../../words/dates.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { listReplaced } from './list-replaced.ts'

/** The provider's own mail with its own names marked; nobody else's part is in it. */
export function ApprovalSent({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const dates = useDates()
  return (
    <section className="approval-box approval-sent" data-part="sent" aria-label={t('sent')}>
      <header className="approval-box-head">
        <IconMail size={18} stroke={1.5} aria-hidden="true" />
        <h2>{t('sent')}</h2>
      </header>
      {approval.sent.map((sent, at) => (
        // One receipt may stand for several mails.
        <div key={at} className="stack">
          <Facts
            facts={[
              [isLog(sent) ? t('log-file') : t('subject'), <HostileText text={sent.subject} />],
              [t('received'), dates.day(sent.receivedOn)],
              ...(isLog(sent)
                ? []
                : [
                    [t('from'), <HostileText text={sent.from} />] as const,
                    [t('to'), <HostileText text={sent.to} />] as const,
                  ]),
              [t('receipt'), <span className="mono">{sent.receipt}</span>],
            ]}
          />
          <div className="approval-text" tabIndex={0} role="region" aria-label={sent.subject}>
            <Redaction segments={sent.segments} />
          </div>
        </div>
      ))}
      <Replaced approval={approval} />
    </section>
  )
}

/** An access log has neither sender nor recipient. */
const isLog = ({ from, to }: ApprovalView['sent'][number]): boolean => from === '' && to === ''

function Replaced({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const say = useSay()
  return (
    <div className="approval-replaced">
      <h3 className="label">{t('replaced')}</h3>
      {approval.replaced.length === 0 && <p className="quiet">{t('replaced-none')}</p>}
      {listReplaced(approval.replaced).map((row, at) => (
        <p key={at}>
          {row.standsFor.slice(0, 6).join('・')}
          <span aria-hidden="true"> → </span>
          <Alias letter={row.letter}>{say(row.alias)}</Alias>
        </p>
      ))}
    </div>
  )
}
