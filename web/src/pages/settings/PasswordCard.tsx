import { useState } from 'react'
import type { Me } from '../../client/me.ts'
import { useRemovePassword } from '../../client/settings.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'
import { ChangePasswordSheet } from './ChangePasswordSheet.tsx'
import { TotpSheet } from './TotpSheet.tsx'

type Open = 'change' | 'remove' | 'add' | undefined

/** Password and authenticator app, which only work together. */
export function PasswordCard({ me: { factors } }: { me: Me }) {
  const t = useWords(settingsWords)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const isOn = factors.password && factors.totp
  return (
    <Card
      title={t('password')}
      aside={<Chip tone={isOn ? 'ok' : 'neutral'}>{t(isOn ? 'password-on' : 'password-off')}</Chip>}
    >
      <div className="stack">
        <p className="small quiet">{t('password-say')}</p>
        <div className="row-wrap">
          {isOn ? (
            <>
              <Button size="s" onClick={() => setOpen('change')}>
                {t('password-change')}
              </Button>
              <Button size="s" kind="quiet" onClick={() => setOpen('remove')}>
                {t('password-remove')}
              </Button>
            </>
          ) : (
            <Button size="s" onClick={() => setOpen('add')}>
              {t('totp-add')}
            </Button>
          )}
        </div>
      </div>
      {open === 'change' && <ChangePasswordSheet onClose={close} />}
      {open === 'remove' && <RemoveSheet onClose={close} />}
      {open === 'add' && <TotpSheet onClose={close} />}
    </Card>
  )
}

function RemoveSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const toast = useToast()
  const remove = useRemovePassword()
  const finish = () => {
    toast({ say: t('password-removed') })
    onClose()
  }
  return (
    <FormSheet
      title={t('password-remove')}
      submit={t('password-remove')}
      order={remove}
      onSubmit={() => remove.mutate(undefined, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('password-remove-say')}</p>
    </FormSheet>
  )
}
