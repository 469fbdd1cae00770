import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from './call-api.ts'

interface Page<R> {
  readonly rows: R[]
  readonly next?: string | undefined
}

/** A list that comes in pages; `rows` are all pages loaded so far. */
export function usePaged<R>({
  key,
  path,
  query,
  answer,
  refetchMs = () => false,
}: {
  key: QueryKey
  path: string
  query: Readonly<Record<string, string | undefined>>
  answer: z.ZodType<Page<R>>
  /** When to look again by itself, in milliseconds, from the rows loaded so far. */
  refetchMs?: (rows: readonly R[]) => number | false
}) {
  return useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) =>
      callApi({ path, query: { ...query, after: pageParam }, answer, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) => refetchMs(state.data?.pages.flatMap(({ rows }) => rows) ?? []),
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
  })
}
