import { NativeSelect, TextInput } from '@mantine/core'
import { GroupKind } from 'contract/community'
import { useState } from 'react'
import { useCreateGroup } from '../../client/community.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Begins a SIG or a coordination framework, without members. */
export function GroupSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(communityWords)
  const say = useSay()
  const toast = useToast()
  const create = useCreateGroup()
  const [kind, setKind] = useState<(typeof GroupKind.options)[number]>('sig')
  const [ja, setJa] = useState('')
  const [en, setEn] = useState('')
  const name = { ja: ja.trim(), en: en.trim() }
  const finish = () => {
    toast({ say: t('group-created', { name: say(name) }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('create-group')}
      submit={t('create-group')}
      order={create}
      isReady={name.ja !== '' && name.en !== ''}
      onSubmit={() => create.mutate({ kind, name }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p className="small quiet">{t('create-group-say')}</p>
      <NativeSelect
        label={t('kind')}
        value={kind}
        onChange={(event) => setKind(GroupKind.parse(event.target.value))}
        data={GroupKind.options.map((value) => ({ value, label: t(`kind-${value}`) }))}
      />
      <TextInput
        label={t('name-ja')}
        lang="ja"
        maxLength={100}
        value={ja}
        onChange={(event) => setJa(event.target.value)}
      />
      <TextInput
        label={t('name-en')}
        lang="en"
        maxLength={100}
        value={en}
        onChange={(event) => setEn(event.target.value)}
      />
    </FormSheet>
  )
}
