import { Link } from '@tanstack/react-router'
import type { Table1 } from 'contract/statistics'
import { useMe } from '../../client/me.ts'
import { isStaff } from '../../frame/destinations.ts'
import { useAddress } from '../../frame/use-address.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useNumbers } from '../../words/numbers.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { useWords } from '../../words/use-words.ts'

/** Where the last quarter's items came from, and what else the report says of it. */
export function Breakdown({ table }: { table: Table1 }) {
  const t = useWords(statisticsWords)
  const hasRecords =
    table.byProviderKind !== undefined && table.submissions.at(-1)?.source === 'counted'
  return (
    <div className="stack">
      {hasRecords && <ByProvider table={table} />}
      <Card title={t('quarterly')}>
        <Quarterly table={table} />
      </Card>
    </div>
  )
}

function ByProvider({ table }: { table: Table1 }) {
  const t = useWords(statisticsWords)
  const numbers = useNumbers()
  const [address] = useAddress()
  const kinds = table.byProviderKind
  const last = table.submissions.at(-1)
  if (kinds === undefined || last === undefined) return null
  const change = last.value - (table.submissions.at(-2)?.value ?? 0)
  const corrections = last.correctionCount ?? 0
  return (
    <Card
      title={t('breakdown', { count: last.value })}
      aside={t('breakdown-change', { change: toSigned(change, numbers.count) })}
    >
      <div className="stack">
        <Facts
          facts={[
            ...(['member', 'affiliate', 'outside'] as const).map(
              (kind) => [t(`from-${kind}`), numbers.count(kinds[kind])] as const,
            ),
            // What the hub found by itself was provided by nobody: it stands beside the sum.
            [t('from-hub'), numbers.count(kinds.hub)],
            ...(corrections > 0
              ? ([[t('corrections'), t('corrections-count', { count: corrections })]] as const)
              : []),
          ]}
        />
        <Link
          to="."
          search={{ ...address, of: last.quarter, figure: 'submissions' }}
          className={toButtonClass('outline', 's')}
        >
          {t('see-items', { count: last.value })}
        </Link>
      </div>
    </Card>
  )
}

function Quarterly({ table }: { table: Table1 }) {
  const t = useWords(statisticsWords)
  const numbers = useNumbers()
  const { data: me } = useMe()
  // Figures from before the software say how many, not of which kind.
  const isImported = table.submissions.at(-1)?.source === 'imported'
  const unknown = <span className="quiet">{t('targeted-unknown')}</span>
  return (
    <div className="stack">
      <Facts
        facts={[
          [t('targeted'), isImported ? unknown : numbers.count(table.targeted)],
          [t('hub-sourced'), numbers.count(table.hubSourced)],
          [
            t('sigs'),
            t('sigs-value', { count: table.sigCount, members: table.sigMembershipCount }),
          ],
          [t('frameworks'), t('frameworks-value', { count: table.frameworkCount })],
        ]}
      />
      {me && isStaff(me) && (
        <Link to="/community" search={{ asOf: table.asOf }} className="small">
          {t('see-structure')}
        </Link>
      )}
    </div>
  )
}

/** +15, −3, ±0: the sign is the point. */
function toSigned(change: number, count: (value: number) => string): string {
  if (change === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${count(Math.abs(change))}`
}
