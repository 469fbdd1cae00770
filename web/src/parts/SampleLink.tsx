import { IconDownload } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { toSay } from '../client/api-failure.ts'
import { requireFreshFactor } from '../client/step-up.ts'
import { useSay } from '../words/use-words.ts'
import { useToast } from './toasts.ts'

/** Downloads a sample, after a fresh second factor: a refusal of the file itself would leave an empty page. */
export function SampleLink({
  sha256,
  children,
  isSmall = false,
}: {
  sha256: string
  children: string
  isSmall?: boolean
}) {
  const say = useSay()
  const toast = useToast()
  const href = `/api/evidence/${sha256}/download`
  const ask = (event: MouseEvent) => {
    event.preventDefault()
    requireFreshFactor().then(
      () => window.location.assign(href),
      (error: unknown) => toast({ say: say(toSay(error)), isError: true }),
    )
  }
  return (
    <a href={href} download className={isSmall ? 'row small' : 'row'} onClick={ask}>
      <IconDownload size={14} stroke={1.5} aria-hidden="true" />
      {children}
    </a>
  )
}
