import { useUploads } from '../../client/use-uploads.ts'
import { DropZone } from '../../parts/DropZone.tsx'
import { UploadList } from '../../parts/UploadList.tsx'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

/** A mail at hand is analysed as the hub's own; it belongs to no provider and goes nowhere by itself. */
export function DropHere() {
  const t = useWords(submissionWords)
  const { uploads, start, again } = useUploads()
  return (
    <>
      <DropZone
        title={t('on-behalf')}
        hint={t('on-behalf-hint')}
        isPrimary={false}
        onFiles={(files) => void start(files, { providerKind: 'hub' })}
      />
      <UploadList uploads={uploads} onAgain={(upload) => void again(upload)} />
    </>
  )
}
