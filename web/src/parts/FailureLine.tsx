import { IconAlertTriangle } from '@tabler/icons-react'
import { ApiFailure, toSay } from '../client/api-failure.ts'
import { useSay } from '../words/use-words.ts'
import './FailureLine.css'

/** Why a form was not taken, beside the form: what was typed is still there. */
export function FailureLine({ error }: { error: Error | null }) {
  const say = useSay()
  if (error === null) return null
  const places = error instanceof ApiFailure ? error.places : []
  return (
    <div className="failure-line" role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <p className="grow">
        {say(toSay(error))}
        {places.map(({ path, say: why }) => (
          <span key={path} className="failure-place">
            {path}: {why}
          </span>
        ))}
      </p>
    </div>
  )
}
