import type { FindingDetail } from 'contract/analysis'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { HostileText } from './hostile/HostileText.tsx'
import './UrlLadder.css'

type UrlDetail = Extract<FindingDetail, { kind: 'url' }>

/** From what one reads to where the link leads, wrapper by wrapper. Only text is decoded; nothing is opened. */
export function UrlLadder({ detail }: { detail: UrlDetail }) {
  const t = useWords(partsWords)
  return (
    <ol className="ladder">
      {detail.steps.map((step, at) => (
        <li key={`${step.role}-${at}`} className={`rung rung-${step.role}`}>
          <span className="rung-role">{t(`rung-${step.role}`)}</span>
          <span className="rung-value mono">
            <HostileText text={step.value} />
            {step.service !== undefined && <span className="rung-service">{step.service}</span>}
          </span>
        </li>
      ))}
      {detail.tokens.map((token) => (
        <li key={token.raw} className="rung rung-token">
          <span className="rung-role">{t('rung-token', { encoding: token.encoding })}</span>
          <span className="rung-value mono">
            <HostileText text={token.decoded} />
          </span>
        </li>
      ))}
    </ol>
  )
}
