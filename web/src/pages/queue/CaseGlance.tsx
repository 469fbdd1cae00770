import { Link } from '@tanstack/react-router'
import type { QueueRow } from 'contract/case'
import { useCase } from '../../client/cases.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { HistoryList } from '../../parts/HistoryList.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { ReasonLine } from '../../parts/ReasonLine.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { attackWords } from '../../words/attack.ts'
import { caseWords } from '../../words/case.ts'
import { intakeWords } from '../../words/intake.ts'
import { queueWords } from '../../words/queue.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** A case at a glance: why it waits, what it is, why it is one. */
export function CaseGlance({ caseId, row }: { caseId: string; row: QueueRow }) {
  const t = useWords(queueWords)
  const words = useWords(caseWords)
  const intake = useWords(intakeWords)
  const attack = useWords(attackWords)
  const say = useSay()
  return (
    <Loaded query={useCase(caseId)} shape={5}>
      {(view) => (
        <>
          <div className="meta-line">
            <span className="mono">{view.number}</span>
            <span>{intake('submission-count', { count: view.submissionCount })}</span>
            <span>{intake('organisation-count', { count: view.providerCount })}</span>
            <span>{intake('mail-count', { count: view.mailCount })}</span>
          </div>
          <h2 className="page-title">
            <HostileText text={view.title} />
          </h2>
          <p>
            <Link to={row.href} className={toButtonClass('primary')}>
              {t('open')}
            </Link>
          </p>
          <div className="queue-columns">
            <div className="stack">
              <Card title={t('why')}>
                <p className="reason">{say(row.why)}</p>
              </Card>
              <Card title={words('why-one')}>
                <ul className="reason-list">
                  {view.reasons.map((reason) => (
                    <ReasonLine key={reason.say.en} {...reason} />
                  ))}
                </ul>
              </Card>
            </div>
            <div className="stack">
              <Card title={words('facts')}>
                <Facts
                  facts={[
                    [words('classification'), attack(view.classification)],
                    [t('assignee'), view.assignee?.name ?? intake('no-assignee')],
                  ]}
                />
              </Card>
              <Card title={intake('history')}>
                <HistoryList entries={view.history} />
              </Card>
            </div>
          </div>
        </>
      )}
    </Loaded>
  )
}
