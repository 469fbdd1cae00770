import { CopyButton } from './CopyButton.tsx'
import './CodeLine.css'

/** An address, a command or a secret to be taken elsewhere as it is, with its copy button. */
export function CodeLine({ text, label }: { text: string; label: string }) {
  return (
    <div className="code-line">
      <pre className="grow" tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <CopyButton text={text} label={label} />
    </div>
  )
}
