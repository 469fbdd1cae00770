import type { ReactNode } from 'react'
import './Card.css'

/** A titled box on paper. `Panel` is the same around something that is loaded. */
export function Card({
  title,
  aside,
  children,
  padded = true,
  className,
}: {
  title?: ReactNode
  aside?: ReactNode
  children: ReactNode
  padded?: boolean
  className?: string
}) {
  return (
    <section className={className === undefined ? 'card' : `card ${className}`}>
      {title !== undefined && (
        <header className="card-head">
          <h2 className="card-title">{title}</h2>
          {aside !== undefined && <div className="card-aside">{aside}</div>}
        </header>
      )}
      <div className={padded ? 'card-body' : 'card-flush'}>{children}</div>
    </section>
  )
}
