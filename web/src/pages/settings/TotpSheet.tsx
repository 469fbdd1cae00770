import { PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useConfirmTotp, useStartTotp } from '../../client/sign-in.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { QrCode } from '../../parts/QrCode.tsx'
import { useToast } from '../../parts/toasts.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'
import { PASSWORD_LETTERS_MAX, PASSWORD_LETTERS_MIN } from './ChangePasswordSheet.tsx'

/** Sets password and authenticator app together: neither is of use alone. */
export function TotpSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const toast = useToast()
  const { mutate: begin, data: started, error: notStarted } = useStartTotp()
  const confirm = useConfirmTotp()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  useEffect(() => begin(), [begin])
  const finish = () => {
    toast({ say: t('totp-done') })
    onClose()
  }
  return (
    <FormSheet
      title={t('totp-add')}
      submit={t('totp-do')}
      order={{ isPending: confirm.isPending, error: notStarted ?? confirm.error }}
      isReady={started !== undefined && password.length >= PASSWORD_LETTERS_MIN && code !== ''}
      onSubmit={() =>
        confirm.mutate({ code: code.replaceAll(' ', ''), password }, { onSuccess: finish })
      }
      onClose={onClose}
    >
      {started !== undefined && (
        <>
          <p className="small">{t('totp-scan')}</p>
          <QrCode text={started.uri} label={t('totp-qr')} />
          <p className="small quiet">{t('totp-secret')}</p>
          <code>{started.secret}</code>
        </>
      )}
      <PasswordInput
        label={t('password-new')}
        autoComplete="new-password"
        maxLength={PASSWORD_LETTERS_MAX}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <TextInput
        label={t('totp-code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </FormSheet>
  )
}
