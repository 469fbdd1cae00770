import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { toSay } from '../../client/api-failure.ts'
import { useSignInWithLink } from '../../client/sign-in.ts'
import { Button } from '../../parts/Button.tsx'
import { signInWords } from '../../words/sign-in.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { Welcome } from './Welcome.tsx'

/**
 * Where a one-time link lands. It is used only by a click, so that a mail scanner which opens
 * every link cannot use it up.
 */
export function LinkPage() {
  const t = useWords(signInWords)
  const say = useSay()
  const navigate = useNavigate()
  const { hash, searchStr } = useLocation()
  const [token] = useState(() => findToken(hash, searchStr))
  const signIn = useSignInWithLink()
  const goOn = () =>
    signIn.mutate(token, {
      onSuccess: ({ next }) =>
        void navigate({ to: next === 'enrol' ? '/enrol' : '/', replace: true }),
    })
  return (
    <Welcome>
      <h1>{t('link-ready')}</h1>
      <p>{t(token === '' ? 'link-missing' : 'link-say')}</p>
      {signIn.isError && (
        <p className="welcome-error" role="alert">
          {say(toSay(signIn.error))}
        </p>
      )}
      {token !== '' && (
        <Button kind="primary" size="l" busy={signIn.isPending} onClick={goOn}>
          {t('continue')}
        </Button>
      )}
      <Link to="/sign-in" className="small">
        {t('to-sign-in')}
      </Link>
    </Welcome>
  )
}

/** From the fragment, which browsers never send to a server, or from the query. */
function findToken(hash: string, search: string): string {
  const inHash = new URLSearchParams(hash.includes('=') ? hash : `token=${hash}`).get('token')
  return inHash || (new URLSearchParams(search).get('token') ?? '')
}
