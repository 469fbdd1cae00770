import { ApiFailure, toSay } from '../../client/api-failure.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** The hub's sentence, or that the browser's own dialogue was left. */
export function EnrolError({ error }: { error: Error | null }) {
  const t = useWords(signInWords)
  const say = useSay()
  if (error === null) return null
  return (
    <p className="welcome-error" role="alert">
      {error instanceof ApiFailure ? say(toSay(error)) : t('passkey-stopped')}
    </p>
  )
}
