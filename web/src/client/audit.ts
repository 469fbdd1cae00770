import { useMutation, useQuery } from '@tanstack/react-query'
import { AuditPage, AuditVerdict, OwnAuditPage } from 'contract/audit'
import { SigningKey } from 'contract/audit-export'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'

/** What was done by whom, newest first; about one subject when one is given. */
export function useAudit(subject: string | undefined) {
  return usePaged({ key: ['audit'], path: '/api/audit', query: { subject }, answer: AuditPage })
}

/** What concerns one's own organisation, newest first. */
export function useOwnAudit() {
  return usePaged({ key: ['own-audit'], path: '/api/me/audit', query: {}, answer: OwnAuditPage })
}

/** Reads the whole chain again. Asked for by hand, because it takes long on a long log. */
export function useVerifyAudit() {
  return useMutation({
    mutationFn: () => callApi({ path: '/api/audit/verify', answer: AuditVerdict }),
  })
}

/** The key with which exports of the log are signed. It never changes while the page is open. */
export function useSigningKey() {
  return useQuery({
    queryKey: ['signing-key'],
    queryFn: () => callApi({ path: '/api/signing-key', answer: SigningKey }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
