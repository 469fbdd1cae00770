import type { BulletinContent, BulletinView } from 'contract/bulletin'
import type { GroupId } from 'contract/common'
import { useState } from 'react'
import { ApiFailure, toSay } from '../../client/api-failure.ts'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { useToast } from '../../parts/toasts.ts'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { type BulletinText, rebaseText, type TextPart } from './rebase-text.ts'
import { toSavable } from './to-savable.ts'

interface Draft {
  readonly text: BulletinText
  /** What the editing started from, and its hash, which the hub compares with the present one. */
  readonly base: BulletinText
  readonly baseHash: string
}

/** What somebody else wrote where both wrote. */
export interface Overlap {
  readonly parts: readonly TextPart[]
  readonly theirs: BulletinText
}

/** The text while it is edited. Typed words stay until they are saved or thrown away on purpose. */
export function useDraftText(view: BulletinView) {
  const t = useWords(bulletinTextWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(view.bulletinId)
  const [draft, setDraft] = useState<Draft>()
  const [isConflict, setConflict] = useState(false)
  const [overlap, setOverlap] = useState<Overlap>()
  const saved: BulletinText = { content: view.content, groupIds: view.audience.groups.map(toId) }

  const end = () => {
    setDraft(undefined)
    setConflict(false)
    setOverlap(undefined)
  }
  const onError = (error: Error) => {
    if (error instanceof ApiFailure && error.code === 'edited-meanwhile') setConflict(true)
    else toast({ say: say(toSay(error)), isError: true })
  }
  const send = ({ text, baseHash }: Pick<Draft, 'text' | 'baseHash'>, onDone: () => void) =>
    move.mutate(
      {
        move: 'edit',
        body: { content: toSavable(text.content), groupIds: [...text.groupIds], baseHash },
      },
      {
        onSuccess: () => {
          toast({ say: t('save-done') })
          onDone()
        },
        onError,
      },
    )

  return {
    saved,
    text: draft?.text ?? saved,
    isEditing: draft !== undefined,
    isDirty: draft !== undefined && JSON.stringify(draft.text) !== JSON.stringify(draft.base),
    isSaving: move.isPending,
    isConflict,
    overlap,
    start: () => setDraft({ text: saved, base: saved, baseHash: view.contentHash }),
    change: (content: BulletinContent) =>
      setDraft((before) => before && { ...before, text: { ...before.text, content } }),
    discard: end,
    save: () => draft !== undefined && send(draft, end),
    /** Whom it goes to is saved at once, with the text as it stands in the hub. */
    chooseGroups: (groupIds: readonly GroupId[], onDone: () => void) =>
      send({ text: { ...saved, groupIds }, baseHash: view.contentHash }, onDone),
    /** The text saved at once, for a change that is made by one button. */
    saveContent: (content: BulletinContent, onDone: () => void) =>
      send({ text: { ...saved, content }, baseHash: view.contentHash }, onDone),
    /** Takes in what was saved meanwhile; the next save is based on that. */
    rebase: () => {
      if (draft === undefined) return
      const { text, both } = rebaseText(draft.base, draft.text, saved)
      setDraft({ text, base: saved, baseHash: view.contentHash })
      setConflict(false)
      setOverlap(both.length === 0 ? undefined : { parts: both, theirs: saved })
      if (both.length === 0) toast({ say: t('rebased-clean') })
    },
  }
}

export type DraftText = ReturnType<typeof useDraftText>

const toId = ({ groupId }: BulletinView['audience']['groups'][number]): GroupId => groupId
