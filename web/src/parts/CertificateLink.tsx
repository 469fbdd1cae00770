import { IconCertificate } from '@tabler/icons-react'
import { type CertificatePath, useCertificate } from '../client/certificate.ts'
import { leakCheckWords } from '../words/leak-check.ts'
import { useWords } from '../words/use-words.ts'

/** The signed statement of what was checked; nothing as long as the text has not left. */
export function CertificateLink({ path }: { path: CertificatePath }) {
  const t = useWords(leakCheckWords)
  const { data } = useCertificate(path)
  if (data?.certificate === undefined) return null
  return (
    <p className="small certificate-link off-paper">
      <a className="row" href={path} download={t('certificate-file')}>
        <IconCertificate size={16} stroke={1.5} aria-hidden="true" />
        {t('certificate')}
      </a>
    </p>
  )
}
