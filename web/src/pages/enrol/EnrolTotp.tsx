import { PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useConfirmTotp, useStartTotp } from '../../client/sign-in.ts'
import { Button } from '../../parts/Button.tsx'
import { QrCode } from '../../parts/QrCode.tsx'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { EnrolError } from './EnrolError.tsx'

/** Password and authenticator app, set together: neither is of use alone. */
export function EnrolTotp({ onDone }: { onDone: () => void }) {
  const t = useWords(signInWords)
  const start = useStartTotp()
  return (
    <section className="enrol-box">
      <h2>{t('enrol-totp')}</h2>
      <p className="small quiet">{t('enrol-totp-say')}</p>
      <EnrolError error={start.error} />
      {start.data === undefined ? (
        <Button size="l" busy={start.isPending} onClick={() => start.mutate()}>
          {t('enrol-totp-do')}
        </Button>
      ) : (
        <ConfirmTotp uri={start.data.uri} secret={start.data.secret} onDone={onDone} />
      )}
    </section>
  )
}

function ConfirmTotp({ uri, secret, onDone }: { uri: string; secret: string; onDone: () => void }) {
  const t = useWords(signInWords)
  const confirm = useConfirmTotp()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ code: code.replaceAll(' ', ''), password }, { onSuccess: onDone })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="small">{t('enrol-scan')}</p>
      <QrCode text={uri} label={t('enrol-qr')} />
      <p className="small quiet">{t('enrol-secret')}</p>
      <code>{secret}</code>
      <PasswordInput
        label={t('enrol-password')}
        autoComplete="new-password"
        minLength={12}
        maxLength={200}
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <TextInput
        label={t('code')}
        description={t('code-hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,7}"
        maxLength={7}
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <EnrolError error={confirm.error} />
      <Button type="submit" kind="solid" size="l" busy={confirm.isPending}>
        {t('enrol-confirm')}
      </Button>
    </form>
  )
}
