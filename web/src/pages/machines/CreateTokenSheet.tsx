import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { TokenScope } from 'contract/people'
import { useState } from 'react'
import type { z } from 'zod'
import { useCreateToken } from '../../client/machines.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { ShownOnceSheet } from '../../parts/ShownOnceSheet.tsx'
import { useDates } from '../../words/dates.ts'
import { machinesWords } from '../../words/machines.ts'
import { useWords } from '../../words/use-words.ts'

type Scope = z.output<typeof TokenScope>
const DAYS_USUAL = 90
const DAYS_MAX = 365

/** Makes a token for one machine and shows it once. */
export function CreateTokenSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(machinesWords)
  const dates = useDates()
  const create = useCreateToken()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['read:bulletins'])
  const [days, setDays] = useState(DAYS_USUAL)
  if (create.data !== undefined) {
    const { token, expiresOn } = create.data
    return (
      <ShownOnceSheet
        title={t('made-title', { name: name.trim() })}
        secret={token}
        label={t('token')}
        onClose={onClose}
      >
        <p>{t('made-say', { on: dates.day(expiresOn) })}</p>
      </ShownOnceSheet>
    )
  }
  return (
    <FormSheet
      title={t('create')}
      submit={t('create')}
      order={create}
      isReady={name.trim() !== '' && scopes.length > 0 && days >= 1 && days <= DAYS_MAX}
      onSubmit={() => create.mutate({ name: name.trim(), scopes: [...scopes], days })}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        description={t('name-hint')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset className="stack">
        <legend className="label">{t('scopes')}</legend>
        {TokenScope.options.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`scope-${scope}`)}
            checked={scopes.includes(scope)}
            onChange={({ target }) =>
              setScopes(
                target.checked ? [...scopes, scope] : scopes.filter((held) => held !== scope),
              )
            }
          />
        ))}
      </fieldset>
      <NumberInput
        label={t('days')}
        description={t('days-hint')}
        min={1}
        max={DAYS_MAX}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value))}
      />
    </FormSheet>
  )
}
