import { TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useRegisterPasskey } from '../../client/sign-in.ts'
import { Button } from '../../parts/Button.tsx'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { EnrolError } from './EnrolError.tsx'

/** The safer of the two ways: a passkey does not work on a false site. */
export function EnrolPasskey({ onDone }: { onDone: () => void }) {
  const t = useWords(signInWords)
  const [label, setLabel] = useState(t('enrol-label-default'))
  const register = useRegisterPasskey()
  return (
    <section className="enrol-box">
      <h2>{t('enrol-passkey')}</h2>
      <p className="small quiet">{t('enrol-passkey-say')}</p>
      <EnrolError error={register.error} />
      <TextInput
        label={t('enrol-label')}
        value={label}
        maxLength={60}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Button
        kind="primary"
        size="l"
        icon={<IconKey aria-hidden="true" />}
        busy={register.isPending}
        disabled={label.trim() === ''}
        onClick={() => register.mutate(label, { onSuccess: onDone })}
      >
        {t('enrol-passkey-do')}
      </Button>
    </section>
  )
}
