import { TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { ApiFailure } from '../client/api-failure.ts'
import type { Me } from '../client/me.ts'
import { useProveByPasskey, useProveByRecoveryCode, useProveByTotp } from '../client/step-up.ts'
import { Button } from '../parts/Button.tsx'
import { FailureLine } from '../parts/FailureLine.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { stepUpWords } from '../words/step-up.ts'
import { useWords } from '../words/use-words.ts'

/** One more proof by passkey or app before an act that is hard to take back. */
export function StepUpSheet({
  me: { factors },
  isFirst = false,
  onAnswer,
}: {
  me: Me
  /** Completes a sign-in, rather than coming before an act. */
  isFirst?: boolean
  onAnswer: (isProved: boolean) => void
}) {
  const t = useWords(stepUpWords)
  const passkey = useProveByPasskey()
  const totp = useProveByTotp()
  const recovery = useProveByRecoveryCode()
  const onSuccess = () => onAnswer(true)
  // An error of the browser's own dialogue, such as leaving it, says nothing to a reader.
  const isStopped = passkey.error !== null && !(passkey.error instanceof ApiFailure)
  return (
    <Sheet title={t(isFirst ? 'title-first' : 'title')} onClose={() => onAnswer(false)} width={440}>
      <div className="stack">
        <p className="small">{t(isFirst ? 'say-first' : 'say')}</p>
        <FailureLine error={recovery.error ?? totp.error ?? (isStopped ? null : passkey.error)} />
        {isStopped && <p role="alert">{t('passkey-stopped')}</p>}
        {factors.passkeys > 0 && (
          <Button
            kind="solid"
            size="l"
            icon={<IconKey aria-hidden="true" />}
            busy={passkey.isPending}
            onClick={() => passkey.mutate(undefined, { onSuccess })}
          >
            {t('passkey')}
          </Button>
        )}
        {factors.totp && (
          <CodeForm
            isBusy={totp.isPending}
            isOnly={factors.passkeys === 0}
            onSubmit={(code) => totp.mutate(code, { onSuccess })}
          />
        )}
        {factors.passkeys === 0 && !factors.totp && <p>{t('none')}</p>}
        <details className="small step-up-lost">
          <summary>{t('lost')}</summary>
          <CodeForm
            isRecovery
            isBusy={recovery.isPending}
            isOnly={false}
            onSubmit={(code) => recovery.mutate(code, { onSuccess })}
          />
        </details>
      </div>
    </Sheet>
  )
}

function CodeForm({
  isRecovery = false,
  isBusy,
  isOnly,
  onSubmit,
}: {
  /** A code off paper instead of the app's. */
  isRecovery?: boolean
  isBusy: boolean
  isOnly: boolean
  onSubmit: (code: string) => void
}) {
  const t = useWords(stepUpWords)
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(code.normalize('NFKC').replaceAll(' ', ''))
    setCode('')
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextInput
        label={t(isRecovery ? 'recovery-code' : 'code')}
        description={t(isRecovery ? 'recovery-code-hint' : 'code-hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        maxLength={isRecovery ? 40 : 7}
        required
        size="md"
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" kind={isOnly ? 'solid' : 'outline'} size="l" busy={isBusy}>
        {t('confirm')}
      </Button>
    </form>
  )
}
