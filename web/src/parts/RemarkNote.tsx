import { IconMessage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './RemarkNote.css'

/** What a provider wants changed, at the place it is about. */
export function RemarkNote({ who, children }: { who?: string; children: ReactNode }) {
  return (
    <aside className="remark-note">
      <IconMessage size={16} stroke={1.5} aria-hidden="true" />
      <span>
        {who !== undefined && <strong>{who} </strong>}
        {children}
      </span>
    </aside>
  )
}
