import { useQuery } from '@tanstack/react-query'
import { MailDomains } from 'contract/community'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

const toPath = (organisationId: string) => `/api/organisations/${organisationId}/mail-domains`

/** At which mail domains an organisation's contacts may invite. */
export function useMailDomains(organisationId: string) {
  return useQuery({
    queryKey: ['mail-domains', organisationId],
    queryFn: async ({ signal }) =>
      (await callApi({ path: toPath(organisationId), answer: MailDomains, signal })).domains,
  })
}

export function useSetMailDomains(organisationId: string) {
  return useOrder((body: MailDomains) =>
    callApi({ method: 'PUT', path: toPath(organisationId), body, answer: MailDomains }),
  )
}
