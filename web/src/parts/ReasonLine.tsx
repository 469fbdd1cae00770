import type { Bilingual, Weight } from 'contract/common'
import { useSay } from '../words/use-words.ts'
import { Confidence } from './Confidence.tsx'
import './ReasonLine.css'

/** One sentence that supports or weakens a proposal, with how much it says. */
export function ReasonLine({ weight, say }: { weight?: Weight | undefined; say: Bilingual }) {
  const read = useSay()
  return (
    <li className="reason-line">
      {weight !== undefined && <Confidence weight={weight} wordHidden />}
      <span className="reason">{read(say)}</span>
    </li>
  )
}
