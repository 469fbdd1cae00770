import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import './DropZone.css'

/** Takes files by drop anywhere on the page, or by choosing. What becomes of them is listed by `UploadList`. */
export function DropZone({
  title,
  hint,
  onFiles,
  isPrimary = true,
  children,
}: {
  title: ReactNode
  hint?: ReactNode
  onFiles: (files: readonly File[]) => void
  isPrimary?: boolean
  children?: ReactNode
}) {
  const t = useWords(partsWords)
  const input = useRef<HTMLInputElement>(null)
  const isOver = useDropAnywhere(onFiles)
  return (
    <div className="drop-zone" data-over={isOver ? '' : undefined}>
      <IconUpload size={28} stroke={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      {hint !== undefined && <p className="small quiet">{hint}</p>}
      <div className="row-wrap drop-actions">
        <Button kind={isPrimary ? 'primary' : 'outline'} onClick={() => input.current?.click()}>
          {t('choose-files')}
        </Button>
        {children}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('choose-files')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

function useDropAnywhere(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
