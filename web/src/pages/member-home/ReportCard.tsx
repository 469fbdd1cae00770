import { Checkbox } from '@mantine/core'
import type { Receipt } from 'contract/intake'
import { useCallback, useState } from 'react'
import { useUploads } from '../../client/use-uploads.ts'
import { Button } from '../../parts/Button.tsx'
import { DropZone } from '../../parts/DropZone.tsx'
import { UploadList } from '../../parts/UploadList.tsx'
import { memberWords } from '../../words/member.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import { ConsultSheet } from './ConsultSheet.tsx'
import { WishesSheet } from '../my-submission/WishesSheet.tsx'

/** Reporting in under a minute: drop, receipt, then the wishes. */
export function ReportCard() {
  const t = useWords(memberWords)
  const [receipt, setReceipt] = useState<Receipt>()
  const restriction = useWords(restrictionWords)
  const [isWriting, setWriting] = useState(false)
  const [isRestricted, setRestricted] = useState(false)
  const restricted = isRestricted ? 'true' : 'false'
  const keep = useCallback((kept: Receipt) => setReceipt(kept), [])
  const { uploads, start, again } = useUploads(keep)
  return (
    <>
      <DropZone
        title={t('drop-title')}
        hint={t('drop-hint')}
        onFiles={(files) => void start(files, { restricted })}
      >
        <Button onClick={() => setWriting(true)}>{t('write-instead')}</Button>
      </DropZone>
      <Checkbox
        label={restriction('report-restricted')}
        description={restriction('report-hint')}
        checked={isRestricted}
        onChange={(event) => setRestricted(event.target.checked)}
      />
      <p className="tiny quiet">{t('forward-too')}</p>
      <UploadList uploads={uploads} onAgain={(upload) => void again(upload)} />
      {receipt !== undefined && (
        <WishesSheet
          submissionId={receipt.submissionId}
          isNew
          onClose={() => setReceipt(undefined)}
        />
      )}
      {isWriting && (
        <ConsultSheet
          onClose={() => setWriting(false)}
          onSend={(file) => {
            setWriting(false)
            void start([file], { kind: 'consultation', restricted })
          }}
        />
      )}
    </>
  )
}
