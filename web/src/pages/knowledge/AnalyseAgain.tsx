import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useAnalyseAgain } from '../../client/knowledge.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { FailureLine } from '../../parts/FailureLine.tsx'
import { useToast } from '../../parts/toasts.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

const DAYS_USUAL = 30
const DAYS_MAX = 3650

/** Has earlier evidence read with what is known now. */
export function AnalyseAgain() {
  const t = useWords(knowledgeWords)
  const toast = useToast()
  const again = useAnalyseAgain()
  const [days, setDays] = useState(DAYS_USUAL)
  const start = () =>
    again.mutate({ days }, { onSuccess: () => toast({ say: t('again-started', { days }) }) })
  return (
    <Card title={t('again')} padded>
      <p className="quiet">{t('again-say')}</p>
      <div className="again">
        <NumberInput
          label={t('again-days')}
          min={1}
          max={DAYS_MAX}
          allowDecimal={false}
          value={days}
          onChange={(value) => setDays(Number(value))}
        />
        <Button
          kind="solid"
          busy={again.isPending}
          disabled={days < 1 || days > DAYS_MAX}
          onClick={start}
        >
          {t('again')}
        </Button>
      </div>
      <FailureLine error={again.error} />
    </Card>
  )
}
