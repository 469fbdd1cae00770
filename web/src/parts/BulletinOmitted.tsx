import { bulletinViewWords } from '../words/bulletin-view.ts'
import { useWords } from '../words/use-words.ts'
import { Chip } from './Chip.tsx'

const OMITTED_KINDS = [
  'names',
  'amounts',
  'exact-times',
  'recipient-records',
  'attachments',
  'invoice-numbers',
  'accounts',
  'addresses',
  'phone-numbers',
  'tokens',
  'quoted-mail',
  'file-hashes',
  'identifying-domains',
  'url-tokens',
  'loaded-links',
  'more-links',
  'identifying-indicators',
  'quoted-text',
  'internal-hosts',
] as const
type OmittedKind = (typeof OMITTED_KINDS)[number]
const isOmittedKind = (kind: string): kind is OmittedKind =>
  OMITTED_KINDS.some((known) => known === kind)

/** What a bulletin never says, so that readers know it is left out and not forgotten. */
export function BulletinOmitted({ kinds }: { kinds: readonly string[] }) {
  const t = useWords(bulletinViewWords)
  return (
    <p className="bulletin-omitted">
      <span className="quiet">{t('omitted')}</span>
      {kinds.map((kind) => (
        <Chip key={kind}>{isOmittedKind(kind) ? t(`omitted-${kind}`) : kind}</Chip>
      ))}
    </p>
  )
}
