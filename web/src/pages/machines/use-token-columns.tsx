import type { TokenRow } from 'contract/people'
import type { z } from 'zod'
import { Chip } from '../../parts/Chip.tsx'
import type { Column } from '../../parts/DataTable.tsx'
import { useDates } from '../../words/dates.ts'
import { machinesWords } from '../../words/machines.ts'
import { todayInJapan } from '../../words/today.ts'
import { useWords } from '../../words/use-words.ts'
import { RevokeToken } from './RevokeToken.tsx'

export type Token = z.output<typeof TokenRow>

const DAY_MS = 24 * 3_600_000
/** From here on a machine should be given its next token. */
const SOON_DAYS = 14

export function useTokenColumns(): Column<Token>[] {
  const t = useWords(machinesWords)
  const dates = useDates()
  return [
    {
      key: 'name',
      head: t('name'),
      cell: ({ name, scopes, lastUsedOn }) => (
        <span className="table-main">
          <span className="strong">{name}</span>
          <span className="tiny quiet">
            {scopes.map((scope) => t(`scope-${scope}`)).join('・')}
          </span>
          <span className="only-phone tiny quiet">
            {lastUsedOn === undefined
              ? t('never')
              : t('last-used-on', { on: dates.shortDay(lastUsedOn) })}
          </span>
        </span>
      ),
      sortBy: ({ name }) => name,
    },
    { key: 'state', head: t('state'), cell: (token) => <State token={token} /> },
    {
      key: 'used',
      head: t('last-used'),
      isHiddenOnPhone: true,
      cell: ({ lastUsedOn }) =>
        lastUsedOn === undefined ? (
          <span className="quiet">{t('never')}</span>
        ) : (
          <span className="nowrap">{dates.shortDay(lastUsedOn)}</span>
        ),
      sortBy: ({ lastUsedOn }) => lastUsedOn ?? '',
    },
    {
      key: 'expires',
      head: t('expires'),
      isHiddenOnPhone: true,
      cell: ({ expiresOn }) => <span className="nowrap">{dates.day(expiresOn)}</span>,
      sortBy: ({ expiresOn }) => expiresOn,
    },
    {
      key: 'created',
      head: t('created'),
      isHiddenOnPhone: true,
      cell: ({ createdOn }) => <span className="nowrap">{dates.day(createdOn)}</span>,
      sortBy: ({ createdOn }) => createdOn,
    },
    {
      key: 'revoke',
      head: <span className="unseen">{t('revoke')}</span>,
      align: 'end',
      cell: (token) => !token.revoked && <RevokeToken token={token} />,
    },
  ]
}

function State({ token: { revoked, expiresOn } }: { token: Token }) {
  const t = useWords(machinesWords)
  const days = (Date.parse(expiresOn) - Date.parse(todayInJapan())) / DAY_MS
  if (revoked) return <Chip>{t('state-revoked')}</Chip>
  if (days < 0) return <Chip tone="bad">{t('state-expired')}</Chip>
  if (days <= SOON_DAYS) {
    return (
      <Chip tone="warn" clock>
        {t('state-soon', { days })}
      </Chip>
    )
  }
  return <Chip tone="ok">{t('state-live')}</Chip>
}
