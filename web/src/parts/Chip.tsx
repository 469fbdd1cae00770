import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './Chip.css'

export type ChipTone = 'neutral' | 'outline' | 'ok' | 'warn' | 'bad' | 'info' | 'ember'

/** Meaning never rests on colour alone: these tones always come with their shape. */
const SHAPES: Partial<Record<ChipTone, ReactNode>> = {
  ok: <IconCheck aria-hidden="true" />,
  warn: <IconAlertTriangle aria-hidden="true" />,
  bad: <IconX aria-hidden="true" />,
}

/** A short state in words, with the shape that belongs to its meaning. */
export function Chip({
  tone = 'neutral',
  clock = false,
  icon,
  children,
}: {
  tone?: ChipTone
  /** A clock instead of the triangle: something runs out. */
  clock?: boolean
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={`chip chip-${tone}`}>
      {icon ?? (clock ? <IconClock aria-hidden="true" /> : SHAPES[tone])}
      <span className="cut">{children}</span>
    </span>
  )
}
