import type { OrganisationView } from 'contract/community'
import { Card } from '../../parts/Card.tsx'
import { useDates } from '../../words/dates.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** What binds the organisation to each of its groups. */
export function Agreements({ view: { agreements, memberships } }: { view: OrganisationView }) {
  const t = useWords(organisationWords)
  const say = useSay()
  const dates = useDates()
  const nameOf = (groupId: string) => {
    const group = memberships.find((membership) => membership.groupId === groupId)?.group
    return group === undefined ? '' : say(group)
  }
  return (
    <Card title={t('agreements')} padded={false}>
      {agreements.length === 0 ? (
        <p className="card-body quiet">{t('agreements-none')}</p>
      ) : (
        <ul className="record-list">
          {agreements.map((agreement) => (
            <li key={`${agreement.groupId} ${agreement.signedOn} ${agreement.version}`}>
              <span className="record-text">
                <span>
                  <span className="strong">{t(`agreement-${agreement.kind}`)}</span> {t('version')}{' '}
                  {agreement.version}
                  <span className="quiet">　{nameOf(agreement.groupId)}</span>
                </span>
                <span className="tiny quiet">
                  {t('signed-by', { signer: agreement.signer, on: dates.day(agreement.signedOn) })}
                  {agreement.endsOn !== undefined &&
                    ` ${t('until', { on: dates.day(agreement.endsOn) })}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
