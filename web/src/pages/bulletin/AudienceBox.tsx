import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { GroupsSheet } from './GroupsSheet.tsx'
import type { DraftText } from './use-draft-text.ts'

/** Whom the text goes to, and the way to choose. */
export function AudienceBox({
  view,
  draft,
  mayEdit,
}: {
  view: BulletinView
  draft: DraftText
  mayEdit: boolean
}) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { groups, organisationCount } = view.audience
  return (
    <section className="bench-box" aria-label={t('audience')}>
      <h3 className="row">
        {t('audience')}
        <span className="push strong">{t('audience-count', { count: organisationCount })}</span>
      </h3>
      {groups.length === 0 && <p className="small quiet">{t('audience-none')}</p>}
      <ul className="small">
        {groups.map((group) => (
          <li key={group.groupId} className="row">
            <span className="grow">{say(group.name)}</span>
            <span className="quiet nowrap">
              {t('audience-count', { count: group.organisationCount })}
            </span>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <p>
          <Button
            size="s"
            disabled={draft.isEditing}
            title={draft.isEditing ? t('off-unsaved') : undefined}
            onClick={() => setOpen(true)}
          >
            {t('change-audience')}
          </Button>
        </p>
      )}
      {isOpen && <GroupsSheet draft={draft} onClose={() => setOpen(false)} />}
    </section>
  )
}
