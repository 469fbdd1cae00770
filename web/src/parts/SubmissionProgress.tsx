import type { MySubmission } from 'contract/intake'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import './SubmissionProgress.css'

const STEPS = ['received', 'analysed', 'approval', 'shared'] as const

/** Received → analysed → approval → shared; the provider's own turn is in ember, and said in words. */
export function SubmissionProgress({ step }: { step: MySubmission['step'] }) {
  const t = useWords(partsWords)
  const at = step === 'set-aside' || step === 'answered' ? STEPS.length : STEPS.indexOf(step) + 1
  return (
    <span className="progress">
      <span className="progress-bars" aria-hidden="true">
        {STEPS.map((name, index) => (
          <span key={name} className={toLook(step, index, at)} />
        ))}
      </span>
      <span className={step === 'approval' ? 'progress-words progress-turn' : 'progress-words'}>
        {t(`progress-${step}`)}
      </span>
    </span>
  )
}

function toLook(step: MySubmission['step'], index: number, at: number): string {
  if (step === 'set-aside') return 'progress-bar progress-aside'
  if (step === 'approval' && index === at - 1) return 'progress-bar progress-own'
  return index < at ? 'progress-bar progress-done' : 'progress-bar'
}
