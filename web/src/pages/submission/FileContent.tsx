import type { MailView } from 'contract/analysis'
import { toSafeHtmlAddress } from '../../client/mails.ts'
import { Card } from '../../parts/Card.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { FileFacts } from '../../parts/FileFacts.tsx'
import { FileSigns } from '../../parts/FileSigns.tsx'
import { SampleLink } from '../../parts/SampleLink.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { HexView } from './HexView.tsx'
import { LinkCard } from './LinkCard.tsx'
import { Picture } from './PartContent.tsx'
import { PictureCard } from './PictureCard.tsx'
import type { Viewing } from './selecting.ts'
import { Unread } from './Unread.tsx'
import { findFindingsAt, toFileMarks, toTextMarks } from './to-marks.ts'

type Artefact = MailView['artefacts'][number]

interface FileProps extends Viewing {
  readonly file: Artefact
}

/** A file inside a mail: what it says about itself, what acts in it, where it leads, its text and its bytes. */
export function FileContent(props: FileProps) {
  const { mail, file, findings, selected, onSelect } = props
  const t = useWords(evidenceWords)
  const words = useWords(submissionWords)
  const { reading } = file
  return (
    <>
      <FileCard {...props} />
      {reading !== undefined && reading.signs.length > 0 && (
        <Card title={t('signs')} aside={t('signs-note')}>
          <FileSigns signs={reading.signs} />
        </Card>
      )}
      {file.picture !== undefined && file.isKept && <PictureCard mail={mail} file={file} />}
      <LinkCard {...props} path={file.path} />
      {reading !== undefined && reading.text !== '' && (
        <Card title={t('file-text')} padded={false} aside={<DefangSwitch />}>
          <div className="evidence-text" role="group" aria-label={t('file-text')} tabIndex={0}>
            <HostileText
              text={reading.text}
              marks={toTextMarks(file.path, reading.text, findings)}
              selected={selected}
              onSelect={onSelect}
            />
          </div>
        </Card>
      )}
      {file.isDrawn && (
        <Card title={words('as-shown')} padded={false}>
          <Picture address={toSafeHtmlAddress(mail.mailId, file.path)} />
        </Card>
      )}
      <FileBytes {...props} />
    </>
  )
}

function FileCard({ mail, file, selected, onSelect }: FileProps) {
  const t = useWords(evidenceWords)
  const words = useWords(submissionWords)
  const numbers = useNumbers()
  const { sha256, sha1, md5, tlsh } = file
  const hashes = [
    ['SHA-256', sha256],
    ['SHA-1', sha1],
    ['MD5', md5],
    ['TLSH', tlsh],
  ] as const
  return (
    <Card
      title={<HostileText text={file.fileName ?? file.type} />}
      aside={findFindingsAt(file.path, mail).map(({ number }) => (
        <span key={number} data-shows={number}>
          <FindingNumber number={number} isSelected={number === selected} onSelect={onSelect} />
        </span>
      ))}
    >
      <div className="stack file-facts">
        <Facts
          facts={[
            [words('type'), <FileType key="type" file={file} />],
            [words('size'), numbers.bytes(file.sizeBytes)],
            [
              t('place'),
              <span className="mono" key="place">
                {file.path}
              </span>,
            ],
            ...hashes.flatMap(([name, value]) =>
              value === undefined
                ? []
                : ([[name, <Hash key={name} name={name} value={value} />]] as const),
            ),
          ]}
        />
        <Unread mail={mail} path={file.path} />
        {(file.reading?.facts ?? []).length > 0 && (
          <section aria-label={t('facts')} className="stack">
            <h3 className="label">{t('facts')}</h3>
            <FileFacts facts={file.reading?.facts ?? []} />
          </section>
        )}
        {file.isKept && sha256 !== undefined && (
          <SampleLink sha256={sha256} isSmall>
            {words('file-download')}
          </SampleLink>
        )}
      </div>
    </Card>
  )
}

function FileType({ file: { type, declaredType } }: { file: Artefact }) {
  const t = useWords(evidenceWords)
  const isOther =
    declaredType !== undefined &&
    declaredType !== type &&
    declaredType !== 'application/octet-stream'
  return (
    <>
      <span className="mono">{type}</span>
      {isOther && (
        <p className="tiny quiet">
          {t('declared-as')}{' '}
          <span className="mono">
            <HostileText text={declaredType} />
          </span>
        </p>
      )}
    </>
  )
}

function Hash({ name, value }: { name: string; value: string }) {
  return (
    <span className="hash">
      <span className="mono">{value}</span>
      <CopyButton text={value} label={name} isBare />
    </span>
  )
}

function FileBytes({ mail, file, findings, selected, onSelect }: FileProps) {
  const t = useWords(evidenceWords)
  return (
    <Card title={t('file-bytes')} padded={false}>
      {file.isKept ? (
        <HexView
          key={file.path}
          source={{ mailId: mail.mailId, path: file.path }}
          range={{ start: 0, end: file.sizeBytes }}
          marks={toFileMarks(file.path, findings)}
          selected={selected}
          onSelect={onSelect}
        />
      ) : (
        <p className="card-body quiet">
          {t(file.sha256 === undefined ? 'bytes-unopened' : 'bytes-not-kept')}
        </p>
      )}
    </Card>
  )
}
