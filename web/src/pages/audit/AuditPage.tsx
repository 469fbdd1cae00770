import { useAudit } from '../../client/audit.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FilterText } from '../../parts/Filters.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MorePages } from '../../parts/MorePages.tsx'
import { auditWords } from '../../words/audit.ts'
import { useWords } from '../../words/use-words.ts'
import { useAuditColumns } from './use-audit-columns.tsx'
import { VerifyCard } from './VerifyCard.tsx'
import './AuditPage.css'

/** What the hub accepts as a subject; anything else is said here instead of being asked for. */
const SUBJECT = /^[a-z-]+(:[\w-]{1,100})?$/

/** Everything that was done, newest first, and whether the log is still whole. */
export function AuditPage() {
  const t = useWords(auditWords)
  const [address, setAddress] = useAddress()
  usePlace([{ label: t('title') }])
  const wanted = address['subject']
  const isFit = wanted === undefined || SUBJECT.test(wanted)
  const lines = useAudit(isFit ? wanted : undefined)
  const columns = useAuditColumns()
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <p className="small quiet">{t('say')}</p>
      </header>
      <VerifyCard />
      <div className="row-wrap">
        <FilterText name="subject" label={t('filter-subject')} />
        {wanted !== undefined && (
          <Button size="s" kind="quiet" onClick={() => setAddress({ subject: undefined })}>
            {t('show-all')}
          </Button>
        )}
        {!isFit && (
          <span className="small" role="status">
            {t('filter-unfit')}
          </span>
        )}
      </div>
      <Card title={t('list')} padded={false}>
        <Loaded
          query={lines}
          shape={10}
          empty={<Empty>{t(wanted === undefined ? 'none' : 'none-about')}</Empty>}
        >
          {(rows) => (
            <DataTable
              label={t('list')}
              columns={columns}
              rows={rows}
              toKey={({ sequence }) => String(sequence)}
            />
          )}
        </Loaded>
      </Card>
      <MorePages of={lines} />
    </div>
  )
}
