import { Textarea } from '@mantine/core'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { useDeclineWithdrawal } from '../../../client/bulletins.ts'
import { useMe } from '../../../client/me.ts'
import { Button } from '../../../parts/Button.tsx'
import { Card } from '../../../parts/Card.tsx'
import { Sheet } from '../../../parts/Sheet.tsx'
import { useTold } from '../../../parts/use-told.ts'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useDates } from '../../../words/dates.ts'
import { useWords } from '../../../words/use-words.ts'
import { isLead } from '../may-edit.ts'

type Request = BulletinView['withdrawals'][number]

/** Providers that ask to take the bulletin back, and what they were answered. Withdrawing it answers all of them. */
export function WithdrawalRequests({ view: { withdrawals } }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  if (withdrawals.length === 0) return null
  return (
    <Card padded={false} title={t('asked-back')}>
      <ul>
        {withdrawals.map((request) => (
          <Row key={request.withdrawalId} request={request} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ request }: { request: Request }) {
  const t = useWords(bulletinReleaseWords)
  const dates = useDates()
  const { data: me } = useMe()
  const [isAnswering, setAnswering] = useState(false)
  const { organisation, reason, askedAt, dueAt, outcome, answer, isUnasked } = request
  return (
    <li className="review-line review-request small">
      <p className="row-wrap">
        <strong>{organisation}</strong>
        <span className="push quiet">
          {outcome === undefined
            ? t('asked-back-due', { at: dates.short(askedAt), due: dates.short(dueAt) })
            : t(`asked-back-${outcome}`)}
        </span>
      </p>
      <p className="reason">{reason}</p>
      {answer !== undefined && <p className="reason quiet">{t('asked-back-answer', { answer })}</p>}
      {outcome === undefined && isUnasked && <p className="reason">{t('asked-back-unasked')}</p>}
      {outcome === undefined && !isUnasked && isLead(me) && (
        <Button size="s" onClick={() => setAnswering(true)}>
          {t('asked-back-keep')}
        </Button>
      )}
      {isAnswering && <AnswerSheet request={request} onClose={() => setAnswering(false)} />}
    </li>
  )
}

function AnswerSheet({ request, onClose }: { request: Request; onClose: () => void }) {
  const t = useWords(bulletinReleaseWords)
  const tell = useTold()
  const decline = useDeclineWithdrawal(request.withdrawalId)
  const [answer, setAnswer] = useState('')
  const send = async () => {
    const work = decline.mutateAsync({ answer }).then(() => true)
    if ((await tell(work, () => ({ say: t('asked-back-done') }))) === true) onClose()
  }
  return (
    <Sheet
      title={t('asked-back-keep')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="solid"
            busy={decline.isPending}
            disabled={answer.trim() === ''}
            onClick={() => void send()}
          >
            {t('asked-back-send')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="reason">{t('asked-back-say', { name: request.organisation })}</p>
        <Textarea
          label={t('asked-back-label')}
          autosize
          minRows={3}
          maxLength={4000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </div>
    </Sheet>
  )
}
