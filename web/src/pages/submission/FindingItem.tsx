import type { FindingView } from 'contract/analysis'
import { useState } from 'react'
import { useDismissFinding } from '../../client/mails.ts'
import { Confidence } from '../../parts/Confidence.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useTold } from '../../parts/use-told.ts'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { DismissSheet } from './DismissSheet.tsx'

/** One finding: its sentence, and when selected its reasons for and against. */
export function FindingItem({
  finding,
  isSelected,
  isLit,
  isWhyOpen,
  onSelect,
  onHover,
  onWhy,
}: {
  finding: FindingView
  isSelected: boolean
  isLit: boolean
  isWhyOpen: boolean
  onSelect: (number: number) => void
  onHover: (number: number | undefined) => void
  onWhy: () => void
}) {
  const say = useSay()
  const { number, dismissed } = finding
  return (
    <li
      className={dismissed === undefined ? 'finding' : 'finding finding-dismissed'}
      data-on={isLit ? '' : undefined}
      data-shows={number}
      onMouseEnter={() => onHover(number)}
      onMouseLeave={() => onHover(undefined)}
    >
      <FindingNumber number={number} isSelected={isLit} />
      <button
        type="button"
        className="finding-title"
        aria-pressed={isSelected}
        onClick={() => onSelect(number)}
      >
        {say(finding.title)}
      </button>
      <Confidence weight={finding.weight} />
      <p className="finding-say">
        <HostileText text={say(finding.say)} />
      </p>
      {(isSelected || dismissed !== undefined) && (
        <FindingLinks finding={finding} isWhyOpen={isWhyOpen} onWhy={onWhy} />
      )}
      {isSelected && isWhyOpen && <Why finding={finding} />}
    </li>
  )
}

function FindingLinks({
  finding,
  isWhyOpen,
  onWhy,
}: {
  finding: FindingView
  isWhyOpen: boolean
  onWhy: () => void
}) {
  const t = useWords(submissionWords)
  const [isAsking, setAsking] = useState(false)
  const dismiss = useDismiss(finding)
  const { dismissed, attack } = finding
  return (
    <p className="finding-links">
      {attack.length > 0 && <span className="mono quiet">{attack.join(' ')}</span>}
      <button type="button" className="link-button" aria-expanded={isWhyOpen} onClick={onWhy}>
        {t('why-see')}
      </button>
      {dismissed === undefined ? (
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {t('dismiss')}
        </button>
      ) : (
        <>
          <span className="tiny quiet">
            {t('dismissed', { who: dismissed.by, reason: dismissed.reason })}
          </span>
          <button
            type="button"
            className="link-button"
            onClick={() => dismiss(dismissed.reason, false)}
          >
            {t('restore')}
          </button>
        </>
      )}
      {isAsking && (
        <DismissSheet
          onDecide={(reason) => dismiss(reason, true)}
          onClose={() => setAsking(false)}
        />
      )}
    </p>
  )
}

function Why({ finding }: { finding: FindingView }) {
  const t = useWords(submissionWords)
  const say = useSay()
  return (
    <div className="finding-why">
      <p className="strong">{t('about')}</p>
      <p className="reason">{say(finding.about)}</p>
      {finding.innocent.length > 0 && (
        <>
          <p className="strong">{t('innocent')}</p>
          <ul>
            {finding.innocent.map((innocent) => (
              <li key={innocent.en} className="reason">
                {say(innocent)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function useDismiss({ findingId }: FindingView): (reason: string, dismissed: boolean) => void {
  const t = useWords(submissionWords)
  const tell = useTold()
  const { mutateAsync } = useDismissFinding()
  const change = (reason: string, dismissed: boolean): Promise<unknown> =>
    tell(mutateAsync({ findingId, reason, dismissed }), () => ({
      say: t(dismissed ? 'dismiss-done' : 'restore-done'),
      undo: () => change(reason, !dismissed),
    }))
  return (reason, dismissed) => void change(reason, dismissed)
}
