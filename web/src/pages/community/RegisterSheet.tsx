import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { OrganisationRow } from 'contract/community'
import { useState } from 'react'
import { useRegisterOrganisation } from '../../client/community.ts'
import { useMe } from '../../client/me.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'
import { splitLines } from '../organisation/to-vault.ts'
import { INDUSTRIES, toIndustryWords } from '../../words/to-industry-words.ts'

const Kind = OrganisationRow.shape.kind
const CONSTITUENTS_MAX = 1_000_000

/** Enters an organisation into the register and goes to its page, where the rest is filled in. */
export function RegisterSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(communityWords)
  const { data: me } = useMe()
  const isAdministrator = me?.roles.includes('hub-admin') === true
  const toast = useToast()
  const navigate = useNavigate()
  const register = useRegisterOrganisation()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof Kind.options)[number]>('company')
  const [industry, setIndustry] = useState('E')
  const [domains, setDomains] = useState('')
  const [constituentCount, setConstituentCount] = useState(0)
  const send = () =>
    register.mutate(
      {
        name: name.trim(),
        kind,
        industry,
        constituentCount,
        names: [],
        domains: splitLines(domains),
      },
      {
        onSuccess: ({ organisationId }) => {
          toast({ say: t('registered', { name: name.trim() }) })
          void navigate({ to: `/organisations/${organisationId}` })
        },
      },
    )
  return (
    <FormSheet
      title={t('register')}
      submit={t('register')}
      order={register}
      isReady={name.trim() !== ''}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="small quiet">{t('register-say')}</p>
      <TextInput
        label={t('name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <NativeSelect
        label={t('organisation-kind')}
        value={kind}
        onChange={(event) => setKind(Kind.parse(event.target.value))}
        data={Kind.options.map((value) => ({ value, label: t(`kind-${value}`) }))}
      />
      <NativeSelect
        label={t('industry')}
        value={industry}
        onChange={(event) => setIndustry(event.target.value)}
        data={INDUSTRIES.map((value) => ({
          value,
          label: `${value}　${toIndustryWords(t)(value)}`,
        }))}
      />
      <Textarea
        label={t('register-domains')}
        description={t(isAdministrator ? 'register-domains-admin' : 'register-domains-say')}
        autosize
        minRows={2}
        maxRows={8}
        classNames={{ input: 'mono' }}
        value={domains}
        onChange={(event) => setDomains(event.target.value)}
      />
      {kind === 'association' && (
        <NumberInput
          label={t('constituent-count')}
          description={t('constituent-say')}
          min={0}
          max={CONSTITUENTS_MAX}
          allowDecimal={false}
          value={constituentCount}
          onChange={(value) => setConstituentCount(Number(value))}
        />
      )}
    </FormSheet>
  )
}
