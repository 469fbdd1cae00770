import { useEffect, useRef } from 'react'
import { useKeys } from './use-keys.ts'

/** Something that can be done with what is on the page, also from the palette. */
export interface PageAction {
  readonly id: string
  readonly label: string
  /** The single key that does it. */
  readonly keyName?: string
  readonly run: () => void
  readonly isOff?: boolean
}

const offered: { readonly current: readonly PageAction[] }[] = []

/** Offers actions on the current object: binds their keys and lists them in the palette. */
export function usePageActions(actions: readonly PageAction[]): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    offered.push(latest)
    return () => {
      offered.splice(offered.indexOf(latest), 1)
    }
  }, [])
  useKeys(
    Object.fromEntries(
      actions.map(({ keyName, run, isOff }) => [keyName ?? '', isOff === true ? undefined : run]),
    ),
  )
}

/** What can be done here, read when the palette opens. */
export function listPageActions(): readonly PageAction[] {
  return offered.flatMap(({ current }) => current).filter(({ isOff }) => isOff !== true)
}
