import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { OrganisationView } from 'contract/community'
import { useMe } from '../../client/me.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useDates } from '../../words/dates.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** What binds the organisation to each of its groups, each with a copy to print for whoever may see it. */
export function Agreements({ view: { agreements, memberships } }: { view: OrganisationView }) {
  const t = useWords(organisationWords)
  const say = useSay()
  const dates = useDates()
  const { data: me } = useMe()
  const mayPrint = me?.roles.some((role) => role !== 'member-reader') === true
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
            <li key={agreement.agreementId}>
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
              {mayPrint && (
                <Link
                  to={`/agreements/${agreement.agreementId}`}
                  className={toButtonClass('quiet', 's')}
                >
                  <IconPrinter size={16} stroke={1.5} aria-hidden="true" />
                  {t('agreement-print')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
