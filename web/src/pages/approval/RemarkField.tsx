import { Textarea } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { approvalWords } from '../../words/approval.ts'
import { useWords } from '../../words/use-words.ts'
import type { Remarks } from './use-remarks.ts'

/** Marks a part of the text and says what should read otherwise. */
export function RemarkField({ place, remarks }: { place: string; remarks: Remarks }) {
  const t = useWords(approvalWords)
  const text = remarks.written.get(place)
  if (text === undefined) {
    return (
      <button
        type="button"
        className="remark-open"
        data-remark={place}
        onClick={() => remarks.write(place, '')}
      >
        <IconMessagePlus size={16} stroke={1.5} aria-hidden="true" />
        {t('remark')}
      </button>
    )
  }
  return (
    <div className="remark">
      <Textarea
        label={t('remark-label')}
        autosize
        minRows={2}
        maxLength={1000}
        autoFocus
        value={text}
        onChange={(event) => remarks.write(place, event.target.value)}
      />
      <button type="button" className="link-button" onClick={() => remarks.drop(place)}>
        {t('remark-drop')}
      </button>
    </div>
  )
}
