import type { BulletinContent } from 'contract/bulletin'
import { useAddress } from '../../frame/use-address.ts'
import { findTracePlace } from './find-trace-place.ts'
import type { DraftText } from './use-draft-text.ts'

/** Opens the field in which a leak stands. Nothing when the text itself does not hold it. */
export function useShowTrace(content: BulletinContent, draft: DraftText, mayEdit: boolean) {
  const [, setAddress] = useAddress()
  if (!mayEdit) return undefined
  return (trace: string) => {
    const place = findTracePlace(content, trace)
    if (place === undefined) return
    if (!draft.isEditing) draft.start()
    setAddress({ tab: 'shared', text: place.language })
    // The field is drawn after this turn; two frames are enough for it to stand.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const field = document.querySelector<HTMLElement>(`[data-place="${place.field}"]`)
        field?.focus()
        field?.scrollIntoView({ block: 'center' })
      }),
    )
  }
}
