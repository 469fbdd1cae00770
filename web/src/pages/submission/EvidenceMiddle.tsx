import { SegmentedControl } from '@mantine/core'
import { IconLayoutSidebarRight } from '@tabler/icons-react'
import type { MailView } from 'contract/analysis'
import { AuthenticationTable } from '../../parts/AuthenticationTable.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { HeaderLines } from '../../parts/HeaderLines.tsx'
import { Key } from '../../parts/Key.tsx'
import { MailPath } from '../../parts/MailPath.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { BytesCard } from './BytesCard.tsx'
import { DetailCards } from './DetailCards.tsx'
import { LinkCard } from './LinkCard.tsx'
import { PartContent } from './PartContent.tsx'
import { PartDetail } from './PartDetail.tsx'
import { Problems } from './Problems.tsx'
import type { Mode, Viewing } from './selecting.ts'

interface EvidenceMiddleProps {
  readonly mail: MailView
  readonly part: string
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  /** The finding that is selected; `selected` may also be one under the pointer. */
  readonly chosen: number | undefined
  readonly selected: number | undefined
  readonly onSelect: (number: number) => void
  readonly onHover: (number: number | undefined) => void
  readonly isDrawerOpen: boolean
  readonly onDrawer: () => void
}

/** The mail itself: headers, what findings draw, text, the way it came. Another part: its content. */
export function EvidenceMiddle(props: EvidenceMiddleProps) {
  const { mail, part, mode, onMode, selected, onSelect } = props
  const findings = mail.findings.filter(({ dismissed }) => dismissed === undefined)
  const viewing: Viewing = { mail, findings, selected, onSelect }
  const chosen = findings.find(({ number }) => number === props.chosen)
  const drawer = <DrawerButton {...props} />
  return (
    <div
      className="evidence-middle"
      onMouseOver={({ target }) => props.onHover(findNumber(target))}
      onMouseLeave={() => props.onHover(undefined)}
    >
      {part === '0' && mode === 'bytes' && chosen !== undefined && (
        <BytesCard mail={mail} finding={chosen} />
      )}
      {part === '0' ? (
        <WholeMail {...viewing} mode={mode} onMode={onMode} aside={drawer} />
      ) : (
        <PartDetail {...viewing} node={part} mode={mode} onMode={onMode} aside={drawer} />
      )}
    </div>
  )
}

/** The finding that the mark or panel under the pointer belongs to. */
function findNumber(target: EventTarget): number | undefined {
  if (!(target instanceof Element)) return undefined
  const tied = target.closest<HTMLElement>('mark[data-finding], [data-shows]')
  const number = tied?.dataset['finding'] ?? tied?.dataset['shows']
  return number === undefined ? undefined : Number(number)
}

function WholeMail({
  mode,
  onMode,
  aside,
  ...viewing
}: Viewing & Pick<EvidenceMiddleProps, 'mode' | 'onMode'> & { aside: React.ReactNode }) {
  const t = useWords(submissionWords)
  const { mail, findings, selected, onSelect } = viewing
  const body = mail.parts.find(({ text, isHtml }) => text !== undefined && !isHtml)
  const shown = body ?? mail.parts.find(({ isHtml }) => isHtml)
  return (
    <>
      <Card
        title={t('headers')}
        padded={false}
        aside={
          <>
            <HeaderMode mode={mode} onMode={onMode} />
            <DefangSwitch />
            {aside}
          </>
        }
      >
        <HeaderLines
          headers={mail.headers}
          findings={findings}
          mode={mode === 'bytes' ? 'bytes' : 'decoded'}
          selected={selected}
          onSelect={onSelect}
        />
      </Card>
      <DetailCards findings={findings} selected={selected} onSelect={onSelect} />
      {shown === undefined ? (
        <p className="quiet">{t('text-none')}</p>
      ) : (
        <PartContent {...viewing} part={shown} mode={mode} onMode={onMode} />
      )}
      <LinkCard {...viewing} path={shown?.path ?? '0'} />
      <Card title={t('path')}>
        <MailPath received={mail.received} />
      </Card>
      <Authentication mail={mail} />
      <Problems mail={mail} />
    </>
  )
}

function HeaderMode({ mode, onMode }: Pick<EvidenceMiddleProps, 'mode' | 'onMode'>) {
  const t = useWords(submissionWords)
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('headers')}
      value={mode === 'bytes' ? 'bytes' : 'decoded'}
      onChange={(value) => onMode(value === 'bytes' ? 'bytes' : 'decoded')}
      data={[
        { value: 'decoded', label: t('decoded') },
        { value: 'bytes', label: t('bytes') },
      ]}
    />
  )
}

function Authentication({ mail }: { mail: MailView }) {
  const t = useWords(evidenceWords)
  if (mail.authentication === undefined) return null
  return (
    <Card title={t('authentication')}>
      <AuthenticationTable checks={mail.authentication} />
    </Card>
  )
}

function DrawerButton({
  mail,
  isDrawerOpen,
  onDrawer,
}: Pick<EvidenceMiddleProps, 'mail' | 'isDrawerOpen' | 'onDrawer'>) {
  const t = useWords(submissionWords)
  return (
    <Button
      size="s"
      className="findings-toggle"
      aria-expanded={isDrawerOpen}
      icon={<IconLayoutSidebarRight stroke={1.5} aria-hidden="true" />}
      onClick={onDrawer}
    >
      {t('findings-show', { count: mail.findings.length })} <Key name="]" />
    </Button>
  )
}
