import { IconEye } from '@tabler/icons-react'
import type { BulletinView as View } from 'contract/bulletin'
import type { Language } from 'contract/common'
import { useAddress } from '../../frame/use-address.ts'
import { usePageActions } from '../../frame/page-actions.ts'
import { BulletinView } from '../../parts/BulletinView.tsx'
import { Button } from '../../parts/Button.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { bulletinWords } from '../../words/bulletin.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { UnknownNames } from '../../parts/unknown-names.ts'
import { RemarksAt } from './RemarksAt.tsx'
import { Conflict } from './Conflict.tsx'
import { listUnknownNames } from './list-unknown-names.ts'
import { SettlingNotice } from './SettlingNotice.tsx'
import { toFields } from './to-fields.tsx'
import type { DraftText } from './use-draft-text.ts'

const LANGUAGES = ['ja', 'en'] as const

/** The text others will see, in the rendering they get; its fields open in the same places. */
export function SharedText({
  view,
  draft,
  mayEdit,
}: {
  view: View
  draft: DraftText
  mayEdit: boolean
}) {
  const t = useWords(bulletinTextWords)
  const bulletin = useWords(bulletinWords)
  const reader = useLanguage()
  const [address, setAddress] = useAddress()
  const language: Language = LANGUAGES.find((name) => name === address['text']) ?? reader
  const { content } = draft.text
  // What is written while the answers go in would meet another text.
  const mayStart = mayEdit && view.settling !== 'waiting' && !draft.isEditing
  usePageActions([
    {
      id: 'edit',
      label: t('edit'),
      keyName: 'e',
      run: draft.start,
      isOff: !mayStart,
    },
  ])
  const fields = draft.isEditing
    ? toFields({ content, language, onChange: draft.change })
    : undefined
  return (
    <section className="bench-shared" aria-label={t('shared')}>
      <header className="bench-head">
        <IconEye size={16} stroke={1.5} aria-hidden="true" />
        <h2>{t('shared')}</h2>
        {mayStart && (
          <Button size="s" keyHint="e" onClick={draft.start}>
            {t('edit')}
          </Button>
        )}
        <div className="push">
          <Tabs
            label={t('language')}
            tabs={LANGUAGES.map((name) => ({ name, label: t(`text-${name}`) }))}
            selected={language}
            onSelect={(name) => setAddress({ text: name === reader ? undefined : name })}
          />
        </div>
      </header>
      <Conflict draft={draft} />
      <SettlingNotice view={view} />
      {draft.isEditing && <EditBar draft={draft} language={language} state={view.state} />}
      <UnknownNames value={listUnknownNames(view.questions)}>
        <BulletinView
          content={content}
          reference={`${view.number}・${bulletin('version', { version: view.version })}`}
          language={language}
          fields={fields}
          beside={(place) => <RemarksAt place={place} approvals={view.approvals} />}
        />
      </UnknownNames>
    </section>
  )
}

function EditBar({
  draft,
  language,
  state,
}: {
  draft: DraftText
  language: Language
  state: View['state']
}) {
  const t = useWords(bulletinTextWords)
  const other = t(language === 'ja' ? 'text-en' : 'text-ja')
  const discard = () => {
    // Typed words are never thrown away by one slip.
    if (!draft.isDirty || window.confirm(t('discard-sure'))) draft.discard()
  }
  return (
    <div className="bench-edit-bar" role="group" aria-label={t('edit')}>
      <p className="tiny quiet grow">
        {state === 'draft' ? t('other-language', { language: other }) : t('save-outdates')}
      </p>
      <Button size="s" kind="quiet" onClick={discard}>
        {t(draft.isDirty ? 'discard' : 'cancel')}
      </Button>
      <Button
        size="s"
        kind="solid"
        busy={draft.isSaving}
        disabled={!draft.isDirty || draft.isConflict}
        onClick={draft.save}
      >
        {t('save')}
      </Button>
    </div>
  )
}
