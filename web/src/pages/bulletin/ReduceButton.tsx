import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { laneWords } from '../../words/lane.ts'
import { useWords } from '../../words/use-words.ts'
import { editContent } from './edit-content.ts'
import type { DraftText } from './use-draft-text.ts'

/** Takes everything out of the text that is no technical information, after saying what that is. */
export function ReduceButton({ view, draft }: { view: BulletinView; draft: DraftText }) {
  const t = useWords(laneWords)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const reduce = () => draft.saveContent(editContent.technicalOnly(view.content), close)
  return (
    <p>
      <Button size="s" disabled={draft.isEditing} onClick={() => setOpen(true)}>
        {t('reduce')}
      </Button>
      {isOpen && (
        <Sheet
          title={t('reduce')}
          onClose={close}
          actions={
            <>
              <Button kind="quiet" onClick={close}>
                {t('cancel')}
              </Button>
              <Button kind="solid" busy={draft.isSaving} onClick={reduce}>
                {t('reduce')}
              </Button>
            </>
          }
        >
          <p className="reason">{t('reduce-say')}</p>
        </Sheet>
      )}
    </p>
  )
}
