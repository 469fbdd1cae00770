import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { GroupId, OrganisationId } from 'contract/common'
import { useState } from 'react'
import { useJoinGroup, useOrganisations, useStructure } from '../../client/community.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { todayInJapan } from '../../words/today.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Takes an organisation into a group, with the agreement that binds it. One of the two is given. */
export function JoinSheet({
  groupId = '',
  organisationId = '',
  onClose,
}: {
  groupId?: string
  organisationId?: string
  onClose: () => void
}) {
  const t = useWords(communityWords)
  const toast = useToast()
  const join = useJoinGroup()
  const [form, setForm] = useState({
    ...{ groupId, organisationId, joinedOn: todayInJapan() },
    ...{ version: '', signer: '', signedOn: todayInJapan() },
  })
  const [isOnPaper, setOnPaper] = useState(true)
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const organisations = useOrganisations()
  const named = organisations.data?.find((row) => row.organisationId === form.organisationId)
  const { version, signer, signedOn, joinedOn } = form
  const needed = [form.groupId, form.organisationId, joinedOn]
  const onPaper = isOnPaper ? [version, signer, signedOn] : []
  const isReady = [...needed, ...onPaper].every((value) => value.trim() !== '')
  const send = () =>
    join.mutate(
      {
        groupId: GroupId.parse(form.groupId),
        organisationId: OrganisationId.parse(form.organisationId),
        joinedOn,
        ...(isOnPaper && {
          agreement: { version: version.trim(), signer: signer.trim(), signedOn },
        }),
      },
      {
        onSuccess: () => {
          toast({ say: t('joined', { name: named?.name ?? '' }) })
          onClose()
        },
      },
    )
  return (
    <FormSheet
      title={t('join-title')}
      submit={t('join')}
      order={join}
      isReady={isReady}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="small quiet">{t('join-say')}</p>
      {groupId === '' && (
        <GroupSelect value={form.groupId} onChange={(value) => set({ groupId: value })} />
      )}
      {organisationId === '' && (
        <NativeSelect
          label={t('organisation')}
          value={form.organisationId}
          onChange={(event) => set({ organisationId: event.target.value })}
          data={[
            { value: '', label: t('choose') },
            ...(organisations.data ?? []).map((row) => ({
              value: row.organisationId,
              label: row.name,
            })),
          ]}
        />
      )}
      <DayInput label={t('joined-on')} value={joinedOn} onChange={(on) => set({ joinedOn: on })} />
      <Checkbox
        label={t('on-paper')}
        checked={isOnPaper}
        onChange={({ target }) => setOnPaper(target.checked)}
      />
      {isOnPaper ? (
        <>
          <TextInput
            label={t('version')}
            maxLength={50}
            value={version}
            onChange={(event) => set({ version: event.target.value })}
          />
          <TextInput
            label={t('signer')}
            maxLength={100}
            value={signer}
            onChange={(event) => set({ signer: event.target.value })}
          />
          <DayInput
            label={t('signed-on')}
            value={signedOn}
            onChange={(on) => set({ signedOn: on })}
          />
        </>
      ) : (
        <p className="small quiet">{t('not-on-paper')}</p>
      )}
    </FormSheet>
  )
}

function GroupSelect({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useWords(communityWords)
  const say = useSay()
  const structure = useStructure(undefined)
  return (
    <NativeSelect
      label={t('group')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      data={[
        { value: '', label: t('choose') },
        ...(structure.data?.groups ?? []).map((group) => ({
          value: group.groupId,
          label: say(group.name),
        })),
      ]}
    />
  )
}

function DayInput({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (on: string) => void
}) {
  return (
    <TextInput
      label={label}
      type="date"
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
