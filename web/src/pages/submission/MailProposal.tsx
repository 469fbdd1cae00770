import type { MailView } from 'contract/analysis'
import { Confidence } from '../../parts/Confidence.tsx'
import { ProposalReasons } from '../../parts/ProposalReasons.tsx'
import { Reach } from '../../parts/Reach.tsx'
import { attackWords } from '../../words/attack.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import './MailProposal.css'

/** What the mail is proposed as, whether it was meant for few or scattered to many, and why. */
export function MailProposal({ mail: { proposal } }: { mail: MailView }) {
  const t = useWords(submissionWords)
  const attack = useWords(attackWords)
  if (proposal.reasons.length === 0 && proposal.reach === undefined) return null
  return (
    <section className="mail-proposal" aria-label={t('proposal')}>
      <p className="mail-proposal-line">
        <span className="tiny quiet">{t('proposal')}</span>
        <span className="strong">{attack(proposal.value)}</span>
        <Confidence weight={proposal.confidence} />
      </p>
      {proposal.reach !== undefined && (
        <p className="mail-proposal-line">
          <span className="tiny quiet">{attack('reach')}</span>
          <Reach reach={proposal.reach} />
        </p>
      )}
      <details className="small">
        <summary>{t('proposal-why')}</summary>
        <ProposalReasons proposal={proposal} />
      </details>
    </section>
  )
}
