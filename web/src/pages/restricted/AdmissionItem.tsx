import type { Admission } from 'contract/restriction'
import { useAnswerAdmission } from '../../client/restriction.ts'
import { Button } from '../../parts/Button.tsx'
import { useTold } from '../../parts/use-told.ts'
import { useDates } from '../../words/dates.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'

/** One request: who, to what, what for, how long; with the answers, unless it is one's own. */
export function AdmissionItem({ admission }: { admission: Admission }) {
  const t = useWords(restrictionWords)
  const dates = useDates()
  const tell = useTold()
  const answer = useAnswerAdmission()
  const { admissionId, askedBy, number, days, isOwn, purpose } = admission
  const isLifting = purpose === 'lifting'
  const send = (outcome: 'allowed' | 'declined') =>
    void tell(answer.mutateAsync({ admissionId, outcome }), () => ({
      say: t(outcome === 'allowed' && isLifting ? 'lifting-done' : `${outcome}-done`),
    }))
  return (
    <li className="stack">
      <p>
        <span className="strong">
          {t(`${isOwn ? 'own-' : ''}${isLifting ? 'asks-lifting' : 'asks'}-say`, {
            who: askedBy,
            number,
            days,
          })}
        </span>{' '}
        <span className="quiet small">{dates.moment(admission.askedAt)}</span>
      </p>
      <p className="small">{t('purpose-is', { purpose: t(`purpose-${purpose}`) })}</p>
      {isLifting && <p className="small reason">{t('lifting-asked-say', { days })}</p>}
      <p className="long-text">{admission.reason}</p>
      {isOwn ? (
        <p className="small quiet">{t('asked-say')}</p>
      ) : (
        <div className="row-wrap">
          <Button kind="solid" busy={answer.isPending} onClick={() => send('allowed')}>
            {t(isLifting ? 'allow-lifting' : 'allow')}
          </Button>
          <Button busy={answer.isPending} onClick={() => send('declined')}>
            {t('decline')}
          </Button>
        </div>
      )}
    </li>
  )
}
