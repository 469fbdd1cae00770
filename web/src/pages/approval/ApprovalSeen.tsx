import { IconEye } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { BulletinView } from '../../parts/BulletinView.tsx'
import { approvalWords } from '../../words/approval.ts'
import { useWords } from '../../words/use-words.ts'

/** The outgoing text itself, in the one rendering every reader gets. */
export function ApprovalSeen({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  return (
    <section className="approval-box approval-seen" data-part="seen" aria-label={t('seen')}>
      <header className="approval-box-head">
        <IconEye size={18} stroke={1.5} aria-hidden="true" />
        <h2>{t('seen')}</h2>
      </header>
      <BulletinView content={approval.content} reference={approval.bulletinNumber} />
    </section>
  )
}
