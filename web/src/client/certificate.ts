import { useQuery } from '@tanstack/react-query'
import { CertificateAnswer } from 'contract/release-certificate'
import { callApi } from './call-api.ts'

/** Where the certificate of a release is had: the hub asks by bulletin, a provider by its own approval. */
export type CertificatePath =
  | `/api/bulletins/${string}/certificate`
  | `/api/approvals/${string}/certificate`

export function useCertificate(path: CertificatePath) {
  return useQuery({
    queryKey: ['certificate', path],
    queryFn: () => callApi({ path, answer: CertificateAnswer }),
  })
}
