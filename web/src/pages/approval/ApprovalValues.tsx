import { IconFingerprint } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { approvalWords } from '../../words/approval.ts'
import { useWords } from '../../words/use-words.ts'
import { ValueTicks } from './ValueTicks.tsx'
import type { Ticks } from './use-ticks.ts'

/** In the place of the text: what may stand in it, asked before there is one to read. */
export function ApprovalValues({ approval, ticks }: { approval: ApprovalView; ticks: Ticks }) {
  const t = useWords(approvalWords)
  return (
    <section className="approval-box approval-seen" data-part="seen" aria-label={t('values')}>
      <header className="approval-box-head">
        <IconFingerprint size={18} stroke={1.5} aria-hidden="true" />
        <h2>{t('values')}</h2>
      </header>
      <div className="stack">
        <p className="reason">{t('values-say')}</p>
        <ValueTicks approval={approval} ticks={ticks} />
        <p className="small quiet reason">{t('values-next')}</p>
      </div>
    </section>
  )
}
