import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Address = Readonly<Record<string, string | undefined>>

/**
 * Filters, selection, tab: everything a view needs to be sent as a link lives in the address.
 * Values given as undefined are taken out. `replace` keeps small moves out of the way of Back.
 */
export function useAddress(): [
  Address,
  (next: Address, how?: { readonly replace?: boolean }) => void,
] {
  const search: Address = useSearch({ strict: false })
  const navigate = useNavigate()
  const setAddress = useCallback(
    (next: Address, { replace = true }: { readonly replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (before: Address) => dropUndefined({ ...before, ...next }),
        replace,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [search, setAddress]
}

/** A part of the path such as `submissionId`; empty when the route has none of that name. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[name] ?? ''
}

function dropUndefined(address: Address): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
