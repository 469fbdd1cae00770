import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { formWords } from '../words/form.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'

/** Puts a text of ours into the clipboard and says so. `isBare` is the sign alone, for rows of many. */
export function CopyButton({
  text,
  label,
  isBare = false,
}: {
  text: string
  label?: string
  isBare?: boolean
}) {
  const t = useWords(formWords)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const Icon = isCopied ? IconCheck : IconCopy
  if (isBare) {
    return (
      <button
        type="button"
        className="icon-button icon-button-s"
        aria-label={`${t(isCopied ? 'copied' : 'copy')}: ${label ?? ''}`}
        onClick={() => void copy()}
      >
        <Icon stroke={1.5} aria-hidden="true" />
      </button>
    )
  }
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
