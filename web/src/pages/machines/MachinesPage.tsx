import { useState } from 'react'
import { useTokens } from '../../client/machines.ts'
import { useMe } from '../../client/me.ts'
import { usePlace } from '../../frame/place.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { machinesWords } from '../../words/machines.ts'
import { useWords } from '../../words/use-words.ts'
import { CreateTokenSheet } from './CreateTokenSheet.tsx'
import { HowTo } from './HowTo.tsx'
import { useTokenColumns } from './use-token-columns.tsx'
import './MachinesPage.css'

/** The organisation's machines: their tokens, and how they reach the hub. */
export function MachinesPage() {
  const t = useWords(machinesWords)
  const { data: me } = useMe()
  usePlace([{ label: t('title') }])
  const isContact = me?.roles.includes('member-contact') ?? false
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <p className="small quiet">{t('say')}</p>
      </header>
      {isContact ? (
        <TokensPanel />
      ) : (
        <Card title={t('tokens')}>
          <p className="quiet">{t('contact-only')}</p>
        </Card>
      )}
      <HowTo reportAddress={me?.reportAddress} />
    </div>
  )
}

function TokensPanel() {
  const t = useWords(machinesWords)
  const tokens = useTokens()
  const columns = useTokenColumns()
  const [isCreating, setCreating] = useState(false)
  const create = (
    <Button size="s" kind="solid" onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <Panel title={t('tokens')} query={tokens} aside={create} empty={<Empty>{t('none')}</Empty>}>
        {(rows) => (
          <DataTable
            label={t('tokens')}
            columns={columns}
            rows={rows}
            toKey={({ tokenId }) => tokenId}
          />
        )}
      </Panel>
      {isCreating && <CreateTokenSheet onClose={() => setCreating(false)} />}
    </>
  )
}
