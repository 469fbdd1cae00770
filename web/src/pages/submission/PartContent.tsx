import { SegmentedControl } from '@mantine/core'
import type { FindingView, MailView } from 'contract/analysis'
import { type ReactNode, useState } from 'react'
import { toSafeHtmlAddress } from '../../client/mails.ts'
import { Card } from '../../parts/Card.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import type { Mark } from '../../parts/hostile/to-spans.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

type Part = MailView['parts'][number]

interface PartContentProps {
  readonly mail: MailView
  readonly part: Part
  readonly findings: readonly FindingView[]
  readonly selected: number | undefined
  readonly onSelect: (number: number) => void
  readonly aside?: ReactNode
}

/** A part's text with marks, or for HTML the harmless picture of it. */
export function PartContent({ aside, ...props }: PartContentProps) {
  const { mail, part } = props
  const t = useWords(submissionWords)
  const [isPictured, setPictured] = useState(false)
  return (
    <Card
      title={part.fileName ?? (part.text === undefined ? part.type : t('body'))}
      padded={false}
      aside={
        <>
          {part.isHtml && (
            <SegmentedControl
              size="xs"
              aria-label={t('as-shown')}
              value={isPictured ? 'picture' : 'text'}
              onChange={(value) => setPictured(value === 'picture')}
              data={[
                { value: 'text', label: t('as-text') },
                { value: 'picture', label: t('as-shown') },
              ]}
            />
          )}
          <DefangSwitch />
          {aside}
        </>
      }
    >
      {isPictured ? <Picture mailId={mail.mailId} /> : <PartText {...props} />}
    </Card>
  )
}

/** No script, no network, no origin: the sandbox is closed, and the hub sends only what draws. */
function Picture({ mailId }: { mailId: string }) {
  const t = useWords(submissionWords)
  return (
    <>
      <p className="card-note tiny quiet">{t('html-note')}</p>
      <iframe
        className="evidence-frame"
        sandbox=""
        referrerPolicy="no-referrer"
        title={t('html-frame')}
        src={toSafeHtmlAddress(mailId)}
      />
    </>
  )
}

function PartText({ part, findings, selected, onSelect }: PartContentProps) {
  const t = useWords(submissionWords)
  if (part.text === undefined) return <p className="card-body quiet">{t('no-text')}</p>
  return (
    <>
      <div className="evidence-text" role="group" aria-label={t('body')} tabIndex={0}>
        <HostileText
          text={part.text}
          marks={toTextMarks(part, findings)}
          selected={selected}
          onSelect={onSelect}
        />
      </div>
      {part.textCut && <p className="card-note tiny quiet">{t('text-cut')}</p>}
    </>
  )
}

/** Findings seen in this part's decoded text, where the engine says they stand. */
function toTextMarks(part: Part, findings: readonly FindingView[]): Mark[] {
  return findings.flatMap(({ number, where, alsoWhere }) =>
    [where, ...alsoWhere].flatMap(({ path, header, textRange }) =>
      path === part.path && header === undefined && textRange !== undefined
        ? [{ start: textRange.start, end: textRange.end, number }]
        : [],
    ),
  )
}
