import { useQuery } from '@tanstack/react-query'
import { WebLogList } from 'contract/web-log'
import { callApi } from './call-api.ts'

/** The access logs of a submission in figures. They change only when the hub reads them again. */
export function useWebLogs(submissionId: string) {
  return useQuery({
    queryKey: ['web-logs', submissionId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/submissions/${submissionId}/web-logs`, answer: WebLogList, signal }),
    staleTime: 60_000,
  })
}
