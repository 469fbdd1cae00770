import type { LogSample } from 'contract/web-log'
import { HostileText } from '../../../parts/hostile/HostileText.tsx'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'

/** Lines of a log as they stand, with the bytes that show it marked. */
export function SampleLines({ samples }: { samples: readonly LogSample[] }) {
  const t = useWords(webLogWords)
  return (
    <ol className="log-lines">
      {samples.map(({ line, text, mark }) => (
        <li key={line}>
          <span className="log-line-number">{t('line-number', { line })}</span>
          <code className="log-line">
            <HostileText text={text} marks={mark === undefined ? [] : [{ ...mark, number: 1 }]} />
          </code>
        </li>
      ))}
    </ol>
  )
}
