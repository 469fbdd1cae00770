import type { ReactNode } from 'react'

/** What will be here, and the one thing to do first. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="stack" style={{ alignItems: 'flex-start' }}>
      <p className="quiet">{children}</p>
      {action}
    </div>
  )
}
