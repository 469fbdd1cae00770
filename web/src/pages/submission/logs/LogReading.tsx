import type { WebLogSummary } from 'contract/web-log'
import type { ReactNode } from 'react'
import { Card } from '../../../parts/Card.tsx'
import { Facts } from '../../../parts/Facts.tsx'
import { useNumbers } from '../../../words/numbers.ts'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'
import { SampleLines } from './SampleLines.tsx'

const FORMATS = ['combined', 'w3c', 'load-balancer', 'json', 'ecs', 'squid'] as const

/** How the log was read, and what in it could not be. */
export function LogReading({ summary }: { summary: WebLogSummary }) {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  const { formats, lines, responseBytes, statuses, brokenSamples } = summary
  const counted = (['read', 'broken', 'cut', 'undated', 'future'] as const)
    .filter((name) => name === 'read' || lines[name] > 0)
    .map((name): readonly [string, ReactNode] => [t(`lines-${name}`), numbers.count(lines[name])])
  const formatNames = formats.map(({ format, lines: count }) => {
    const known = FORMATS.find((name) => name === format)
    const name = known === undefined ? format : t(`format-${known}`)
    return formats.length > 1 ? `${name} ${numbers.count(count)}` : name
  })
  return (
    <Card title={t('reading')}>
      <Facts
        facts={[
          [t('format'), formatNames.join(', ')],
          ...counted,
          [t('response-bytes'), numbers.bytes(responseBytes)],
          [
            t('statuses'),
            <ul key="statuses" className="log-marks">
              {statuses.map(({ status, count }) => (
                <li key={status}>
                  <code>{status === 0 ? '–' : status}</code>{' '}
                  <span className="quiet">{numbers.count(count)}</span>
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
      {brokenSamples.length > 0 && (
        <>
          <h3 className="log-label">{t('broken-samples')}</h3>
          <SampleLines samples={brokenSamples} />
        </>
      )}
    </Card>
  )
}
