import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import { Loaded, type LoadedProps } from './Loaded.tsx'

/** A titled box around something that is loaded; its four states come by construction. */
export function Panel<T>({
  title,
  aside,
  padded = false,
  ...loaded
}: {
  title: ReactNode
  aside?: ReactNode
  padded?: boolean
} & LoadedProps<T>) {
  return (
    <Card title={title} aside={aside} padded={padded}>
      <Loaded {...loaded} />
    </Card>
  )
}
