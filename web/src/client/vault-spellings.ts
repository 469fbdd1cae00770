import { useQuery } from '@tanstack/react-query'
import { type VaultListName, type VaultSpelling, VaultSpellingList } from 'contract/community'
import { useMemo } from 'react'
import { callApi } from './call-api.ts'
import { toKey } from './community.ts'

const NONE: readonly VaultSpelling[] = []

/** How the leak check searches for the entries of one list, by their text. */
export function useVaultSpellings(
  organisationId: string,
  list: VaultListName,
): ReadonlyMap<string, VaultSpelling> {
  const { data = NONE } = useQuery({
    queryKey: [...toKey(organisationId), 'spellings'],
    queryFn: async ({ signal }) => {
      const path = `/api/organisations/${organisationId}/vault/spellings`
      return (await callApi({ path, answer: VaultSpellingList, signal })).rows
    },
  })
  return useMemo(
    () => new Map(data.filter((row) => row.list === list).map((row) => [row.text, row])),
    [data, list],
  )
}
