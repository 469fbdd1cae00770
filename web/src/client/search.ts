import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { SubmissionPage } from 'contract/analysis'
import { CasePage } from 'contract/case'
import { callApi } from './call-api.ts'

export interface Found {
  readonly href: string
  readonly number: string
  readonly title: string
  readonly aside?: string | undefined
}

const WAIT_MS = 180
const SHOWN_MAX = 6
const NOTHING: readonly Found[] = []

/** Submissions and cases that match; the hub does the matching, so only what may be seen is found. */
export function useFound(
  wanted: string,
  isForStaff: boolean,
): { readonly found: readonly Found[]; readonly isSearching: boolean } {
  const [text] = useDebouncedValue(wanted, WAIT_MS)
  const enabled = isForStaff && text.length > 0
  return useQueries({
    queries: [
      { queryKey: ['found', 'submissions', text], queryFn: () => findSubmissions(text), enabled },
      { queryKey: ['found', 'cases', text], queryFn: () => findCases(text), enabled },
    ],
    combine: (results) => ({
      found: enabled ? results.flatMap(({ data }) => data ?? NOTHING) : NOTHING,
      isSearching: isForStaff && (text !== wanted || results.some(({ isFetching }) => isFetching)),
    }),
  })
}

async function findSubmissions(text: string): Promise<Found[]> {
  const query = { text }
  const { rows } = await callApi({ path: '/api/submissions', query, answer: SubmissionPage })
  return rows.slice(0, SHOWN_MAX).map(({ submissionId, receipt, title, organisation }) => ({
    href: `/submissions/${submissionId}`,
    number: receipt,
    title,
    aside: organisation?.name,
  }))
}

async function findCases(text: string): Promise<Found[]> {
  const { rows } = await callApi({ path: '/api/cases', query: { text }, answer: CasePage })
  return rows
    .slice(0, SHOWN_MAX)
    .map(({ caseId, number, title }) => ({ href: `/cases/${caseId}`, number, title }))
}
