import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ApiFailure, toSay } from '../../client/api-failure.ts'
import { useFinishVisit } from '../../client/sign-in.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { Welcome } from './Welcome.tsx'

/** Where the sign-in service sends the browser back to. What it brought is taken out of the address at once. */
export function ReturnPage() {
  const t = useWords(signInWords)
  const say = useSay()
  const navigate = useNavigate()
  const { mutate: finish, error } = useFinishVisit()
  const [came] = useState(takeReturn)
  const isSent = useRef(false)
  useEffect(() => {
    if (came === undefined || isSent.current) return
    isSent.current = true
    finish(came, {
      onSuccess: ({ isLinking }) =>
        void navigate({ to: isLinking ? '/settings' : '/', replace: true }),
    })
  }, [came, finish, navigate])
  const isStopped = came === undefined || error !== null
  return (
    <Welcome>
      <h1>{t(isStopped ? 'return-stopped' : 'return-busy')}</h1>
      {isStopped && (
        <p className="welcome-error" role="alert">
          {error instanceof ApiFailure ? say(toSay(error)) : t('return-nothing')}
        </p>
      )}
      {isStopped && (
        <Link to="/sign-in" className="small">
          {t('to-sign-in')}
        </Link>
      )}
    </Welcome>
  )
}

function takeReturn() {
  const params = new URLSearchParams(window.location.search)
  window.history.replaceState(null, '', window.location.pathname)
  const [code, state, iss] = [params.get('code'), params.get('state'), params.get('iss')]
  if (code === null || state === null) return undefined
  return { code, state, ...(iss !== null && { iss }) }
}
