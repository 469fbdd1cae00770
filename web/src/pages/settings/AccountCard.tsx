import type { Me } from '../../client/me.ts'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { communityWords } from '../../words/community.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'

/** Who one is to the hub; changed by its office. */
export function AccountCard({ me }: { me: Me }) {
  const t = useWords(settingsWords)
  const community = useWords(communityWords)
  return (
    <Card title={t('account')}>
      <div className="stack">
        <Facts
          facts={[
            [t('name'), me.name],
            [
              t('email'),
              <span key="email" className="mono">
                {me.email}
              </span>,
            ],
            [t('organisation'), me.organisation?.name ?? community('hub')],
            [t('roles'), me.roles.map((role) => community(`role-${role}`)).join('・')],
          ]}
        />
        <p className="tiny quiet">{t('account-say')}</p>
      </div>
    </Card>
  )
}
