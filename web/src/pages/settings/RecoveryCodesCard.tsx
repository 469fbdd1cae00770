import { useState } from 'react'
import { useMakeRecoveryCodes, useRecoveryCodesLeft } from '../../client/recovery-codes.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useDates } from '../../words/dates.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'
import { RecoveryCodeList } from './RecoveryCodeList.tsx'

/** How many codes are left for the day the second factor is lost, and making new ones. */
export function RecoveryCodesCard() {
  const t = useWords(settingsWords)
  const dates = useDates()
  const { data } = useRecoveryCodesLeft()
  const [isMaking, setMaking] = useState(false)
  const hasCodes = data?.madeOn !== undefined
  return (
    <Card
      title={t('codes')}
      aside={
        data !== undefined && (
          <Chip tone={data.left > 2 ? 'ok' : 'neutral'}>
            {hasCodes ? t('codes-left', { left: String(data.left) }) : t('codes-none')}
          </Chip>
        )
      }
    >
      <div className="stack">
        <p className="small quiet">{t('codes-say')}</p>
        <p className="row-wrap">
          {data?.madeOn !== undefined && (
            <span className="small">{t('codes-made', { on: dates.day(data.madeOn) })}</span>
          )}
          <span className="push">
            <Button size="s" onClick={() => setMaking(true)}>
              {t(hasCodes ? 'codes-again' : 'codes-make')}
            </Button>
          </span>
        </p>
      </div>
      {isMaking && <MakeSheet hasCodes={hasCodes} onClose={() => setMaking(false)} />}
    </Card>
  )
}

function MakeSheet({ hasCodes, onClose }: { hasCodes: boolean; onClose: () => void }) {
  const t = useWords(settingsWords)
  const make = useMakeRecoveryCodes()
  if (make.data !== undefined) {
    return (
      <Sheet
        title={t('codes-ready')}
        width={680}
        onClose={onClose}
        actions={
          <Button kind="solid" onClick={onClose}>
            {t('codes-close')}
          </Button>
        }
      >
        <RecoveryCodeList codes={make.data} />
      </Sheet>
    )
  }
  return (
    <FormSheet
      title={t('codes-make')}
      submit={t('codes-make')}
      order={make}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <p>{t(hasCodes ? 'codes-again-say' : 'codes-say')}</p>
    </FormSheet>
  )
}
