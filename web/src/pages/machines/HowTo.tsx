import type { ReactNode } from 'react'
import { Card } from '../../parts/Card.tsx'
import { CodeLine } from '../../parts/CodeLine.tsx'
import { machinesWords } from '../../words/machines.ts'
import { useWords } from '../../words/use-words.ts'

/** Where machines reach this hub, with commands that can be tried as they are. */
export function HowTo({ reportAddress }: { reportAddress: string | undefined }) {
  const t = useWords(machinesWords)
  const { origin } = window.location
  const curl = 'curl --header "Authorization: Bearer $TOKEN"'
  return (
    <Card title={t('how-to')}>
      <div className="how-to">
        <Way title={t('taxii')} say={t('taxii-say')}>
          <CodeLine text={`${origin}/taxii2/`} label={t('taxii-address')} />
          <CodeLine
            text={`${curl} \\\n  ${origin}/taxii2/api/collections/`}
            label={t('collections')}
          />
        </Way>
        <Way title={t('blocklist')} say={t('blocklist-say')}>
          <CodeLine
            text={`${curl} \\\n  "${origin}/api/blocklist?type=domains"`}
            label={t('blocklist')}
          />
        </Way>
        <Way title={t('submit')} say={t('submit-say')}>
          <CodeLine
            text={[
              `${curl} \\`,
              '  --header "Idempotency-Key: $(uuidgen)" \\',
              '  --header "Content-Type: application/octet-stream" \\',
              '  --data-binary @suspicious.eml \\',
              `  "${origin}/api/submissions?fileName=suspicious.eml"`,
            ].join('\n')}
            label={t('submit')}
          />
        </Way>
        <Way
          title={t('report')}
          say={t(reportAddress === undefined ? 'report-none' : 'report-say')}
        >
          {reportAddress !== undefined && <CodeLine text={reportAddress} label={t('report')} />}
        </Way>
      </div>
    </Card>
  )
}

function Way({ title, say, children }: { title: string; say: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="small quiet">{say}</p>
      {children}
    </section>
  )
}
