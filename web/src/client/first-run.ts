import { useQuery } from '@tanstack/react-query'
import { SubmissionPage } from 'contract/analysis'
import { StructureView } from 'contract/community'
import { callApi } from './call-api.ts'

/** How far the hub is set up, from what is already in it. */
export function useSetUp() {
  return useQuery({
    queryKey: ['set-up'],
    queryFn: async ({ signal }) => {
      const [structure, submissions] = await Promise.all([
        callApi({ path: '/api/community/structure', answer: StructureView, signal }),
        callApi({ path: '/api/submissions', answer: SubmissionPage, signal }),
      ])
      return {
        hasGroups: structure.groups.length > 0,
        hasOrganisations: structure.organisationCount > 0,
        hasSubmissions: submissions.rows.length > 0,
      }
    },
  })
}
