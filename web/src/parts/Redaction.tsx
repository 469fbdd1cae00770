import type { RedactionSegment } from 'contract/bulletin'
import type { z } from 'zod'
import { Alias } from './Alias.tsx'
import { HostileText } from './hostile/HostileText.tsx'
import './Redaction.css'

type Segment = z.output<typeof RedactionSegment>

/** Text with what was done to each piece of it: replaced, made general, taken out, or left because it is the attacker's. */
export function Redaction({ segments }: { segments: readonly Segment[] }) {
  return (
    <>
      {segments.map((segment, at) => (
        <Piece key={at} segment={segment} />
      ))}
    </>
  )
}

function Piece({ segment }: { segment: Segment }) {
  const text = <HostileText text={segment.text} />
  switch (segment.kind) {
    case 'alias':
      return (
        <span title={segment.reason}>
          <Alias letter={segment.alias ?? 'X'}>{text}</Alias>
        </span>
      )
    case 'generalised':
      return (
        <span className="redaction-general" title={segment.reason}>
          {text}
        </span>
      )
    case 'removed':
      return (
        <del className="redaction-removed" title={segment.reason}>
          {text}
        </del>
      )
    case 'attacker':
      return (
        <strong className="redaction-attacker" title={segment.reason}>
          {text}
        </strong>
      )
    case 'kept':
      return text
  }
}
