import { IconBroadcast, IconQuestionMark, IconTargetArrow } from '@tabler/icons-react'
import type { Reach as ReachValue } from 'contract/common'
import { attackWords } from '../words/attack.ts'
import { useWords } from '../words/use-words.ts'

const ICONS = {
  targeted: IconTargetArrow,
  mass: IconBroadcast,
  unclear: IconQuestionMark,
} as const

/** 標的型・ばらまき型・不明: a sign and a word, for neither colour nor shape alone says it. */
export function Reach({ reach }: { reach: ReachValue }) {
  const t = useWords(attackWords)
  const Icon = ICONS[reach]
  return (
    <span className="row">
      <Icon size={16} stroke={1.5} aria-hidden="true" />
      {t(`reach-${reach}`)}
    </span>
  )
}
