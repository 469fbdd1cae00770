import { IconMail } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { Alias } from '../../parts/Alias.tsx'
import { approvalWords } from '../../words/approval.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { listReplaced } from './list-replaced.ts'
import { SentMail } from './SentMail.tsx'

/** The provider's own mail with its own names marked; nobody else's part is in it. */
export function ApprovalSent({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  return (
    <section className="approval-box approval-sent" data-part="sent" aria-label={t('sent')}>
      <header className="approval-box-head">
        <IconMail size={18} stroke={1.5} aria-hidden="true" />
        <h2>{t('sent')}</h2>
      </header>
      {approval.sent.map((sent, at) => (
        // One receipt may stand for several mails.
        <SentMail key={at} sent={sent} />
      ))}
      <Replaced approval={approval} />
    </section>
  )
}

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
