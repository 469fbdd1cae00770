import { useOwnAudit } from '../../client/audit.ts'
import { usePlace } from '../../frame/place.ts'
import { Card } from '../../parts/Card.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MorePages } from '../../parts/MorePages.tsx'
import { auditWords } from '../../words/audit.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { useOwnAuditColumns } from './use-own-audit-columns.tsx'

/** What one's own people did here, and who at the hub opened what one handed in. */
export function OwnAuditPage() {
  const t = useWords(auditWords)
  const lines = useOwnAudit()
  const columns = useOwnAuditColumns()
  usePlace([
    { label: useWords(organisationWords)('title'), href: '/organisation' },
    { label: t('own-title') },
  ])
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('own-title')}</h1>
      </header>
      <p className="small quiet">{t('own-say')}</p>
      <Card title={t('list')} padded={false}>
        <Loaded query={lines} shape={10} empty={<Empty>{t('none')}</Empty>}>
          {(rows) => (
            <DataTable
              label={t('list')}
              columns={columns}
              rows={rows}
              toKey={({ number }) => String(number)}
            />
          )}
        </Loaded>
      </Card>
      <MorePages of={lines} />
    </div>
  )
}
