import type { MySubmission } from 'contract/intake'
import { useRestrict } from '../../client/restriction.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { RestrictedChip } from '../../parts/restriction/RestrictedChip.tsx'
import { useTold } from '../../parts/use-told.ts'
import { useDates } from '../../words/dates.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'

/** Who of the hub may read one's own submission, what somebody was let in for, and the switch. */
export function OwnRestrictionCard({
  submission: { submissionId, restriction },
}: {
  submission: MySubmission
}) {
  const t = useWords(restrictionWords)
  const dates = useDates()
  const tell = useTold()
  const restrict = useRestrict('my/submissions', submissionId)
  const isOwn = restriction !== undefined
  const change = () =>
    void tell(restrict.mutateAsync(!isOwn), () => ({
      say: t(isOwn ? 'lifted-done' : 'restricted-done'),
    }))
  return (
    <Card
      title={t('own-title')}
      aside={
        <>
          {isOwn && <RestrictedChip />}
          <Button size="s" busy={restrict.isPending} onClick={change}>
            {t(isOwn ? 'own-lift' : 'own-restrict')}
          </Button>
        </>
      }
    >
      <p className="small">{t(isOwn ? 'own-people' : 'own-open')}</p>
      {isOwn && restriction.admissions.length > 0 && (
        <ul className="stack small">
          {restriction.admissions.map(({ purpose, allowedOn, endsOn }, at) => (
            <li key={`${allowedOn} ${at}`}>
              {t('own-admission', {
                from: dates.shortDay(allowedOn),
                to: dates.shortDay(endsOn),
                purpose: t(`purpose-${purpose}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
