import { Select } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { MailView, SubmissionView } from 'contract/analysis'
import { useMemo } from 'react'
import { useAddress } from '../../frame/use-address.ts'
import { Facts } from '../../parts/Facts.tsx'
import { PartTree } from '../../parts/PartTree.tsx'
import { defang } from '../../parts/hostile/find-defangs.ts'
import { evidenceWords } from '../../words/evidence.ts'
import { intakeWords } from '../../words/intake.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { toOwnPath, toTreeNodes } from './to-tree-nodes.ts'

/** The left column: which mail, its parts, and facts of the selected one. */
export function EvidenceParts({
  submission,
  mail,
  selected,
  onSelect,
}: {
  submission: SubmissionView
  mail: MailView
  selected: string
  onSelect: (path: string) => void
}) {
  const t = useWords(submissionWords)
  const language = useLanguage()
  const evidence = useWords(evidenceWords)
  const nodes = useMemo(
    () =>
      toTreeNodes(mail, {
        mail: mail.subject || t('part-mail'),
        links: (count) => evidence('links', { count }),
        language,
      }),
    [mail, t, evidence, language],
  )
  return (
    <aside className="evidence-parts" aria-label={t('parts')}>
      {submission.mails.length > 1 && <MailChoice submission={submission} mail={mail} />}
      <p className="evidence-head">
        <span>{t('parts')}</span>
        <span className="push">{t('part-count', { count: nodes.length })}</span>
      </p>
      <PartTree nodes={nodes} selected={selected} onSelect={onSelect} />
      <SelectedPart mail={mail} path={toOwnPath(selected)} />
    </aside>
  )
}

function MailChoice({ submission, mail }: { submission: SubmissionView; mail: MailView }) {
  const t = useWords(submissionWords)
  const [, setAddress] = useAddress()
  return (
    <Select
      label={t('other-mails')}
      size="xs"
      searchable
      allowDeselect={false}
      limit={100}
      value={mail.mailId}
      data={submission.mails.map(({ mailId, subject }, at) => ({
        value: mailId,
        label: `${at + 1}. ${defang(subject) || t('no-name')}`,
      }))}
      onChange={(mailId) =>
        setAddress({ mail: mailId ?? undefined, part: undefined, finding: undefined })
      }
    />
  )
}

function SelectedPart({ mail, path }: { mail: MailView; path: string }) {
  const t = useWords(submissionWords)
  const intake = useWords(intakeWords)
  const numbers = useNumbers()
  const part = mail.parts.find((each) => each.path === path)
  const artefact = mail.artefacts.find((each) => each.path === path)
  const sha256 = artefact?.sha256 ?? (path === '0' ? mail.sha256 : undefined)
  return (
    <div className="evidence-selected stack">
      <p className="label">{t('selected')}</p>
      <Facts
        facts={[
          [
            t('size'),
            numbers.bytes(
              path === '0' ? mail.sizeBytes : (part?.sizeBytes ?? artefact?.sizeBytes ?? 0),
            ),
          ],
          [
            t('type'),
            <span className="mono">{artefact?.type ?? part?.type ?? 'message/rfc822'}</span>,
          ],
          ...(sha256 === undefined
            ? []
            : ([
                [
                  'SHA-256',
                  <span className="mono nowrap" title={sha256}>
                    {`${sha256.slice(0, 8)}…${sha256.slice(-4)}`}
                  </span>,
                ],
              ] as const)),
          [t('same-provided'), intake('organisation-count', { count: mail.providerCount })],
        ]}
      />
      <p className="row tiny quiet">
        <IconLock size={14} stroke={1.5} aria-hidden="true" />
        {t('unchanged')}
      </p>
    </div>
  )
}
