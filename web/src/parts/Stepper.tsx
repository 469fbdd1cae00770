import { IconArrowBackUp, IconCheck, IconClock } from '@tabler/icons-react'
import './Stepper.css'

export interface Step {
  readonly label: string
  readonly state: 'done' | 'current' | 'waiting' | 'sent-back' | 'ahead'
  /** Who is waited for and since when. */
  readonly note?: string
}

/** The way of a bulletin: what is done, what is now, whom it waits for. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.label}
          className={`step step-${step.state}`}
          aria-current={step.state === 'current' || step.state === 'waiting' ? 'step' : undefined}
        >
          <span className="step-ring" aria-hidden="true">
            <Sign step={step} at={at} />
          </span>
          <span className="step-words">
            {step.label}
            {step.note !== undefined && <span className="step-note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Sign({ step, at }: { step: Step; at: number }) {
  if (step.state === 'done') return <IconCheck size={14} />
  if (step.state === 'waiting') return <IconClock size={14} />
  if (step.state === 'sent-back') return <IconArrowBackUp size={14} />
  return at + 1
}
