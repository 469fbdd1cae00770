import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { MailView } from 'contract/analysis'
import type { ReactNode } from 'react'
import { toSafeHtmlAddress } from '../../client/mails.ts'
import { Card } from '../../parts/Card.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { HexView } from './HexView.tsx'
import type { Mode, Viewing } from './selecting.ts'
import { toMailMarks, toTextMarks } from './to-marks.ts'

type Part = MailView['parts'][number]

/** From this width on the middle has room for two views next to each other. */
const WIDE = '(min-width: 1700px)'

interface PartContentProps extends Viewing {
  readonly part: Part
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  readonly aside?: ReactNode
}

/** A part as text with marks, as bytes, or for HTML as a harmless picture; on wide windows two of them. */
export function PartContent({ aside, ...props }: PartContentProps) {
  const { part, onMode } = props
  const t = useWords(evidenceWords)
  const words = useWords(submissionWords)
  const isWide = useMediaQuery(WIDE, false) ?? false
  const offered = listModes(props)
  const mode = offered.includes(props.mode) ? props.mode : (offered[0] ?? 'decoded')
  const beside = isWide ? findBeside(mode, offered) : undefined
  const title =
    part.fileName ?? (part.text === undefined || part.path !== '0' ? part.type : words('body'))
  return (
    <Card
      title={<HostileText text={title} />}
      padded={false}
      aside={
        <>
          {offered.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('show-as')}
              value={mode}
              onChange={(value) => onMode(offered.find((each) => each === value) ?? 'decoded')}
              data={offered.map((each) => ({ value: each, label: t(`as-${each}`) }))}
            />
          )}
          <DefangSwitch />
          {aside}
        </>
      }
    >
      {beside === undefined ? (
        <PartView {...props} mode={mode} />
      ) : (
        <div className="beside">
          <section aria-label={t(`as-${mode}`)}>
            <h3 className="beside-title">{t(`as-${mode}`)}</h3>
            <PartView {...props} mode={mode} />
          </section>
          <section aria-label={t(`as-${beside}`)}>
            <h3 className="beside-title">{t(`as-${beside}`)}</h3>
            <PartView {...props} mode={beside} />
          </section>
        </div>
      )}
    </Card>
  )
}

function listModes({ mail, part }: PartContentProps): Mode[] {
  return [
    ...(part.text === undefined ? [] : (['decoded'] as const)),
    ...(part.range === undefined ? [] : (['bytes'] as const)),
    ...(isDrawn(mail, part) ? (['picture'] as const) : []),
  ]
}

/** Words and picture, or words and bytes: what is read stands beside where it comes from. */
function findBeside(mode: Mode, offered: readonly Mode[]): Mode | undefined {
  const order: readonly Mode[] = mode === 'decoded' ? ['picture', 'bytes'] : ['decoded', 'bytes']
  return order.find((each) => each !== mode && offered.includes(each))
}

function isDrawn(mail: MailView, part: Part): boolean {
  if (part.isShown === true) return true
  return mail.artefacts.some(({ path, isDrawn: drawn }) => path === part.path && drawn)
}

function PartView(props: PartContentProps) {
  const { mail, part, mode, findings, selected, onSelect } = props
  if (mode === 'picture') {
    return (
      <Picture
        address={toSafeHtmlAddress(mail.mailId, part.isShown === true ? undefined : part.path)}
      />
    )
  }
  if (mode === 'bytes' && part.range !== undefined) {
    return (
      <HexView
        key={part.path}
        source={{ mailId: mail.mailId }}
        range={part.range}
        marks={toMailMarks(findings)}
        selected={selected}
        onSelect={onSelect}
      />
    )
  }
  return <PartText {...props} />
}

/** No script, no network, no origin: the sandbox is closed, and the hub sends only what draws. */
export function Picture({ address }: { address: string }) {
  const t = useWords(submissionWords)
  return (
    <>
      <p className="card-note tiny quiet">{t('html-note')}</p>
      <iframe
        className="evidence-frame"
        sandbox=""
        referrerPolicy="no-referrer"
        title={t('html-frame')}
        src={address}
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
          marks={toTextMarks(part.path, part.text, findings)}
          selected={selected}
          onSelect={onSelect}
        />
      </div>
      {part.textCut && <p className="card-note tiny quiet">{t('text-cut')}</p>}
    </>
  )
}
