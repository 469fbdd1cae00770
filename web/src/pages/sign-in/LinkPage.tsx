import { TextInput } from '@mantine/core'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiFailure, toSay } from '../../client/api-failure.ts'
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
  const [code, setCode] = useState('')
  const [isWaiting, setWaiting] = useState(false)
  const signIn = useSignInWithLink()
  const goOn = () =>
    signIn.mutate(isWaiting ? { token, code } : { token }, {
      onSuccess: ({ next }) =>
        void navigate({
          to: next === 'enrol' ? '/enrol' : isWaiting ? '/settings' : '/',
          replace: true,
        }),
      // A second person has not confirmed it yet; whoever kept a recovery code need not wait.
      onError: (error) =>
        setWaiting(isWaiting || (error instanceof ApiFailure && error.code === 'recovery-waits')),
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
      {isWaiting && (
        <TextInput
          label={t('recovery-code')}
          description={t('recovery-code-hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          maxLength={40}
          size="md"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      {token !== '' && (
        <Button
          kind="primary"
          size="l"
          disabled={isWaiting && code === ''}
          busy={signIn.isPending}
          onClick={goOn}
        >
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
