import type { AuditVerdict } from 'contract/audit'
import type { z } from 'zod'
import { useVerifyAudit } from '../../client/audit.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { CodeLine } from '../../parts/CodeLine.tsx'
import { FailureLine } from '../../parts/FailureLine.tsx'
import { auditWords } from '../../words/audit.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'
import { ExportLinks } from './ExportLinks.tsx'

/** Reads the whole chain again and says whether it holds. */
export function VerifyCard() {
  const t = useWords(auditWords)
  const verify = useVerifyAudit()
  return (
    <Card>
      <div className="stack">
        <div className="row-wrap">
          <p className="small quiet grow audit-verify">{t('verify-say')}</p>
          <Button kind="solid" busy={verify.isPending} onClick={() => verify.mutate()}>
            {t('verify')}
          </Button>
        </div>
        <div className="audit-verdict" role="status" aria-live="polite">
          {verify.data !== undefined && <Verdict verdict={verify.data} />}
        </div>
        <FailureLine error={verify.error} />
      </div>
    </Card>
  )
}

function Verdict({ verdict }: { verdict: z.output<typeof AuditVerdict> }) {
  const t = useWords(auditWords)
  const numbers = useNumbers()
  const { intact, entryCount, head, brokenAt } = verdict
  return (
    <div className="stack">
      <div className="row-wrap">
        {intact ? (
          <Chip tone="ok">{t('intact')}</Chip>
        ) : (
          <Chip tone="bad">{t('broken', { sequence: brokenAt ?? 0 })}</Chip>
        )}
        <span className="small">
          {t('entries')} {numbers.count(entryCount)}
        </span>
      </div>
      {!intact && <p className="small">{t('broken-say')}</p>}
      <CodeLine text={head} label={t('head')} />
      <p className="tiny quiet">
        {t('head')}・{t('head-say')}
      </p>
      <ExportLinks entryCount={entryCount} />
    </div>
  )
}
