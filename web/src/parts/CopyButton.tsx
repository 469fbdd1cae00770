import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { formWords } from '../words/form.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'

/** Puts a text of ours into the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useWords(formWords)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const Icon = isCopied ? IconCheck : IconCopy
  return (
    <Button
      size="s"
      icon={<Icon aria-hidden="true" />}
      aria-label={label === undefined || isCopied ? undefined : `${t('copy')}: ${label}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
    </Button>
  )
}
