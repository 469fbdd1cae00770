import { TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import type { PasskeyRow } from 'contract/people'
import { useState } from 'react'
import type { z } from 'zod'
import { ApiFailure } from '../../client/api-failure.ts'
import { usePasskeys, useRemovePasskey } from '../../client/settings.ts'
import { useRegisterPasskey } from '../../client/sign-in.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useToast } from '../../parts/toasts.ts'
import { useDates } from '../../words/dates.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'

type Passkey = z.output<typeof PasskeyRow>

/** Own passkeys: each with where it lives and when it was last used. */
export function PasskeysCard() {
  const t = useWords(settingsWords)
  const passkeys = usePasskeys()
  const [isAdding, setAdding] = useState(false)
  const canAdd = browserSupportsWebAuthn()
  return (
    <Card
      title={t('passkeys')}
      aside={
        canAdd && (
          <Button size="s" icon={<IconKey aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('passkey-add')}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="small quiet">{t(canAdd ? 'passkeys-say' : 'passkey-unsupported')}</p>
        <Loaded query={passkeys} shape={1} empty={<p className="small">{t('passkeys-none')}</p>}>
          {(rows) => (
            <ul className="setting-list">
              {rows.map((passkey) => (
                <PasskeyLine key={passkey.passkeyId} passkey={passkey} />
              ))}
            </ul>
          )}
        </Loaded>
      </div>
      {isAdding && <AddSheet onClose={() => setAdding(false)} />}
    </Card>
  )
}

function PasskeyLine({ passkey: { passkeyId, label, addedOn, lastUsedOn } }: { passkey: Passkey }) {
  const t = useWords(settingsWords)
  const dates = useDates()
  const toast = useToast()
  const remove = useRemovePasskey(passkeyId)
  const [isRemoving, setRemoving] = useState(false)
  return (
    <li>
      <span className="strong">{label}</span>
      <span className="tiny quiet">
        {t('added', { on: dates.day(addedOn) })}・
        {lastUsedOn === undefined ? t('never-used') : t('last-used', { on: dates.day(lastUsedOn) })}
      </span>
      <Button
        size="s"
        kind="quiet"
        aria-label={t('passkey-remove-title', { label })}
        onClick={() => setRemoving(true)}
      >
        {t('passkey-remove')}
      </Button>
      {isRemoving && (
        <FormSheet
          title={t('passkey-remove-title', { label })}
          submit={t('passkey-remove')}
          order={remove}
          onSubmit={() =>
            remove.mutate(undefined, {
              onSuccess: () => toast({ say: t('passkey-removed', { label }) }),
            })
          }
          onClose={() => setRemoving(false)}
        >
          <p>{t('passkey-remove-say')}</p>
        </FormSheet>
      )}
    </li>
  )
}

function AddSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const toast = useToast()
  const register = useRegisterPasskey()
  const { refetch } = usePasskeys()
  const [label, setLabel] = useState('')
  const finish = () => {
    void refetch()
    toast({ say: t('passkey-added') })
    onClose()
  }
  // An error of the browser's own dialogue, such as leaving it, says nothing to a reader.
  const isOurs = register.error === null || register.error instanceof ApiFailure
  return (
    <FormSheet
      title={t('passkey-add')}
      submit={t('passkey-add')}
      order={{ isPending: register.isPending, error: isOurs ? register.error : null }}
      isReady={label.trim() !== ''}
      onSubmit={() => register.mutate(label.trim(), { onSuccess: finish })}
      onClose={onClose}
    >
      <TextInput
        label={t('passkey-label')}
        maxLength={60}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      {!isOurs && <p role="alert">{t('passkey-stopped')}</p>}
    </FormSheet>
  )
}
