import type { Upload } from '../client/use-uploads.ts'
import { useNumbers } from '../words/numbers.ts'
import { partsWords } from '../words/parts.ts'
import { useSay, useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { Chip } from './Chip.tsx'
import { HostileText } from './hostile/HostileText.tsx'
import './DropZone.css'

/** What became of each file: on its way, kept with its receipt, or refused with the reason and another try. */
export function UploadList({
  uploads,
  onAgain,
}: {
  uploads: readonly Upload[]
  onAgain: (upload: Upload) => void
}) {
  const t = useWords(partsWords)
  const numbers = useNumbers()
  if (uploads.length === 0) return null
  return (
    <ul className="uploads" aria-live="polite" aria-label={t('uploads')}>
      {uploads.map((upload) => (
        <li key={upload.key} className="upload">
          <span className="row">
            <span className="cut strong">
              <HostileText text={upload.file.name} />
            </span>
            <span className="push quiet nowrap">{numbers.bytes(upload.file.size)}</span>
          </span>
          <State upload={upload} onAgain={onAgain} />
        </li>
      ))}
    </ul>
  )
}

function State({ upload, onAgain }: { upload: Upload; onAgain: (upload: Upload) => void }) {
  const t = useWords(partsWords)
  const say = useSay()
  const { now } = upload
  if (now.state === 'sending') {
    const percent = Math.floor(now.share * 100)
    return (
      <>
        <progress className="upload-bar" value={percent} max={100} aria-label={upload.file.name} />
        <span className="quiet">{t('sending', { percent })}</span>
      </>
    )
  }
  if (now.state === 'kept') {
    return (
      <>
        <span>
          <Chip tone="ok">{now.receipt.receipt}</Chip>
        </span>
        <span className="reason">{say(now.receipt.say)}</span>
      </>
    )
  }
  return (
    <div className="upload-refused" role="alert">
      <Chip tone="bad">{t('not-sent')}</Chip>
      <span className="reason">{say(now.say)}</span>
      <Button size="s" onClick={() => onAgain(upload)}>
        {t('again')}
      </Button>
    </div>
  )
}
