import type { GroupId } from 'contract/common'
import { useState } from 'react'
import { useSharingGroups } from '../../client/bulletins.ts'
import { Button } from '../../parts/Button.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import type { DraftText } from './use-draft-text.ts'

const KINDS = ['sig', 'framework'] as const

/** Groups with their members of today; the counts that matter come back once each from the hub. */
export function GroupsSheet({ draft, onClose }: { draft: DraftText; onClose: () => void }) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const groups = useSharingGroups()
  const [chosen, setChosen] = useState<readonly GroupId[]>(draft.saved.groupIds)
  const turn = (groupId: GroupId) =>
    setChosen((before) =>
      before.includes(groupId) ? before.filter((one) => one !== groupId) : [...before, groupId],
    )
  return (
    <Sheet
      title={t('audience-title')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="solid"
            busy={draft.isSaving}
            onClick={() => draft.chooseGroups(chosen, onClose)}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="small quiet">{t('audience-say')}</p>
        <Loaded query={groups} shape={6}>
          {(rows) =>
            KINDS.map((kind) => (
              <fieldset key={kind} className="check-choices">
                <legend className="label">{t(`kind-${kind}`)}</legend>
                {rows
                  .filter((group) => group.kind === kind)
                  .map((group) => (
                    <label key={group.groupId} className="check-choice">
                      <input
                        type="checkbox"
                        checked={chosen.includes(group.groupId)}
                        onChange={() => turn(group.groupId)}
                      />
                      <span className="grow">{say(group.name)}</span>
                      <span className="quiet">
                        {t('audience-count', { count: group.organisationCount })}
                      </span>
                    </label>
                  ))}
              </fieldset>
            ))
          }
        </Loaded>
      </div>
    </Sheet>
  )
}
