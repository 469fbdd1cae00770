import type { Tlp } from 'contract/common'
import { useWords } from '../words/use-words.ts'
import { partsWords } from '../words/parts.ts'
import './TlpLabel.css'

/** TLP 2.0 label exactly as FIRST defines it; 未指定 when there is none, which is never black. */
export function TlpLabel({ tlp }: { tlp: Tlp | undefined }) {
  const t = useWords(partsWords)
  if (tlp === undefined) return <span className="tlp-none">{t('tlp-none')}</span>
  return <span className={`tlp tlp-${toTone(tlp)}`}>{`TLP:${tlp}`}</span>
}

function toTone(tlp: Tlp): string {
  return tlp === 'AMBER+STRICT' ? 'amber' : tlp.toLowerCase()
}
