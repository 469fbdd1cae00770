import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiFailure } from '../../client/api-failure.ts'
import { useClosedThing } from '../../client/restriction.ts'
import { ClosedView } from './ClosedView.tsx'

/** What was not found may be restricted to others: then its number and state stand here instead. */
export function OrClosed({
  query,
  id,
  children,
}: {
  query: Pick<UseQueryResult, 'error'>
  id: string
  children: ReactNode
}) {
  const isMissing = query.error instanceof ApiFailure && query.error.code === 'not-found'
  const closed = useClosedThing(isMissing ? id : undefined)
  return isMissing && closed.data !== undefined ? <ClosedView thing={closed.data} /> : children
}
