import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { AgreementKind } from 'contract/agreement'
import { useState } from 'react'
import { usePublishAgreement } from '../../client/agreements.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { agreementWords } from '../../words/agreement.ts'
import { useWords } from '../../words/use-words.ts'

/** The next version of the NDA or of the terms, in both languages. */
export function PublishSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(agreementWords)
  const toast = useToast()
  const publish = usePublishAgreement()
  const [kind, setKind] = useState<(typeof AgreementKind.options)[number]>('nda')
  const [form, setForm] = useState({ version: '', ja: '', en: '' })
  const finish = () => {
    toast({ say: t('published', { version: form.version }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('publish')}
      submit={t('publish-do')}
      order={publish}
      isReady={Object.values(form).every((words) => words.trim() !== '')}
      width={720}
      onSubmit={() => publish.mutate({ kind, ...form }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p className="small quiet">{t('publish-say')}</p>
      <NativeSelect
        label={t('kind')}
        value={kind}
        onChange={(event) => setKind(AgreementKind.parse(event.target.value))}
        data={AgreementKind.options.map((value) => ({ value, label: t(value) }))}
      />
      <TextInput
        label={t('version-label')}
        maxLength={50}
        value={form.version}
        onChange={(event) => setForm({ ...form, version: event.target.value })}
      />
      {(['ja', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          label={t(`words-${language}`)}
          lang={language}
          minRows={6}
          maxRows={12}
          autosize
          value={form[language]}
          onChange={(event) => setForm({ ...form, [language]: event.target.value })}
        />
      ))}
    </FormSheet>
  )
}
