import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '../../client/me.ts'
import { useChangePassword } from '../../client/settings.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'

/** What the contract asks of a password: long rather than complicated. */
export const PASSWORD_LETTERS_MIN = 12
export const PASSWORD_LETTERS_MAX = 200

export function ChangePasswordSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const toast = useToast()
  const { data: me } = useMe()
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const finish = () => {
    toast({ say: t('password-changed') })
    onClose()
  }
  return (
    <FormSheet
      title={t('password-change')}
      submit={t('password-change')}
      order={change}
      isReady={current !== '' && password.length >= PASSWORD_LETTERS_MIN}
      onSubmit={() => change.mutate({ current, password }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p className="small quiet">{t('password-change-say')}</p>
      {/* Password managers file the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={me?.email ?? ''} />
      <PasswordInput
        label={t('password-current')}
        autoComplete="current-password"
        maxLength={PASSWORD_LETTERS_MAX}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <PasswordInput
        label={t('password-new')}
        autoComplete="new-password"
        maxLength={PASSWORD_LETTERS_MAX}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </FormSheet>
  )
}
