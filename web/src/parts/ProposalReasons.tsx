import type { MailView } from 'contract/analysis'
import { attackWords } from '../words/attack.ts'
import { useWords } from '../words/use-words.ts'
import { ReasonLine } from './ReasonLine.tsx'

type Proposal = Pick<MailView['proposal'], 'reasons' | 'reach' | 'reachReasons'>

/** Why it looks like this kind of attack, and why like one meant for few or scattered to many. */
export function ProposalReasons({ proposal }: { proposal: Proposal }) {
  const t = useWords(attackWords)
  const { reasons, reach, reachReasons = [] } = proposal
  return (
    <>
      <ul className="reason-list">
        {reasons.map((reason) => (
          <ReasonLine key={reason.en} say={reason} />
        ))}
      </ul>
      {reach !== undefined && reachReasons.length > 0 && (
        <>
          <p className="label reason-group">
            {t('reach')}
            {t('colon')}
            {t(`reach-${reach}`)}
          </p>
          <ul className="reason-list">
            {reachReasons.map((reason) => (
              <ReasonLine key={reason.en} say={reason} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
