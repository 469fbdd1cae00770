import { PasswordInput, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { SignedIn } from 'contract/people'
import { type FormEvent, useState } from 'react'
import { ApiFailure, toSay } from '../../client/api-failure.ts'
import { useSignInWithPasskey, useSignInWithPassword } from '../../client/sign-in.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { signInWords } from '../../words/sign-in.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { ProviderButton } from './ProviderButton.tsx'
import { toSafePath } from './to-safe-path.ts'
import { Welcome } from './Welcome.tsx'

/** Passkey first, then password and one-time code. A wrong pair never says which part was wrong. */
export function SignInPage() {
  const t = useWords(signInWords)
  const say = useSay()
  const [{ next }] = useAddress()
  const goOn = useGoOn(next)
  const passkey = useSignInWithPasskey()
  const password = useSignInWithPassword()
  const failure = password.error ?? passkey.error
  return (
    <Welcome>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('hub')}</p>
      {failure !== null && (
        <p className="welcome-error" role="alert">
          {failure instanceof ApiFailure ? say(toSay(failure)) : t('passkey-stopped')}
        </p>
      )}
      <Button
        kind="primary"
        size="l"
        icon={<IconKey aria-hidden="true" />}
        busy={passkey.isPending}
        onClick={() => passkey.mutate(undefined, { onSuccess: goOn })}
      >
        {t('passkey')}
      </Button>
      <ProviderButton />
      <p className="welcome-or">{t('or')}</p>
      <PasswordForm
        isBusy={password.isPending}
        onSubmit={(pair) => password.mutate(pair, { onSuccess: goOn })}
      />
      <details className="small">
        <summary>{t('cannot')}</summary>
        <p className="quiet">{t('cannot-say')}</p>
      </details>
    </Welcome>
  )
}

interface Pair {
  readonly email: string
  readonly password: string
  readonly code: string
}

/** Two steps on screen, one request: the code is asked whatever was typed before. */
function PasswordForm({ isBusy, onSubmit }: { isBusy: boolean; onSubmit: (pair: Pair) => void }) {
  const t = useWords(signInWords)
  const [pair, setPair] = useState<Pair>({ email: '', password: '', code: '' })
  const [isCodeAsked, setCodeAsked] = useState(false)
  const change = (part: Partial<Pair>) => setPair((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isCodeAsked) onSubmit(pair)
    else setCodeAsked(true)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        required
        size="md"
        withAsterisk={false}
        value={pair.email}
        onChange={(event) => change({ email: event.target.value })}
      />
      <PasswordInput
        label={t('password')}
        description={isCodeAsked ? undefined : t('password-next')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="current-password"
        required
        size="md"
        withAsterisk={false}
        value={pair.password}
        onChange={(event) => change({ password: event.target.value })}
      />
      {isCodeAsked && <CodeInput value={pair.code} onChange={(code) => change({ code })} />}
      <Button type="submit" size="l" busy={isBusy}>
        {t(isCodeAsked ? 'sign-in' : 'continue')}
      </Button>
    </form>
  )
}

/** Six digits of the app or, for somebody without it, a code off paper. The hub tells them apart itself. */
function CodeInput({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useWords(signInWords)
  const [isRecovering, setRecovering] = useState(false)
  const shape = isRecovering
    ? { autoComplete: 'off', maxLength: 40, autoCapitalize: 'characters', spellCheck: false }
    : {
        inputMode: 'numeric' as const,
        autoComplete: 'one-time-code',
        pattern: '[0-9 ]{6,7}',
        maxLength: 7,
      }
  return (
    <>
      <TextInput
        key={String(isRecovering)}
        label={t(isRecovering ? 'recovery-code' : 'code')}
        description={t(isRecovering ? 'recovery-code-hint' : 'code-hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...shape}
        required
        autoFocus
        size="md"
        withAsterisk={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button
        kind="quiet"
        size="s"
        onClick={() => {
          onChange('')
          setRecovering(!isRecovering)
        }}
      >
        {t(isRecovering ? 'use-app' : 'use-recovery-code')}
      </Button>
    </>
  )
}

function useGoOn(next: string | undefined): (signedIn: SignedIn) => void {
  const navigate = useNavigate()
  return (signedIn) =>
    void navigate({ to: signedIn.next === 'enrol' ? '/enrol' : toSafePath(next) })
}
