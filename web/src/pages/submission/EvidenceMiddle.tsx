import { SegmentedControl } from '@mantine/core'
import { IconLayoutSidebarRight } from '@tabler/icons-react'
import type { MailView } from 'contract/analysis'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { HeaderLines } from '../../parts/HeaderLines.tsx'
import { Key } from '../../parts/Key.tsx'
import { MailPath } from '../../parts/MailPath.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { BytesCard } from './BytesCard.tsx'
import { DetailCards } from './DetailCards.tsx'
import { PartContent } from './PartContent.tsx'

export type Mode = 'decoded' | 'bytes'

interface EvidenceMiddleProps {
  readonly mail: MailView
  readonly part: string
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  /** The finding that is selected; `selected` may also be one under the pointer. */
  readonly chosen: number | undefined
  readonly selected: number | undefined
  readonly onSelect: (number: number) => void
  readonly isDrawerOpen: boolean
  readonly onDrawer: () => void
}

/** The mail itself: headers, what findings draw, text, the way it came. Another part: its content. */
export function EvidenceMiddle(props: EvidenceMiddleProps) {
  const { mail, part, mode, onMode, selected, onSelect } = props
  const t = useWords(submissionWords)
  const findings = mail.findings.filter(({ dismissed }) => dismissed === undefined)
  const body = mail.parts.find(({ text, isHtml }) => text !== undefined && !isHtml)
  const shown = part === '0' ? (body ?? mail.parts.find(({ isHtml }) => isHtml)) : undefined
  const content = { mail, findings, selected, onSelect }
  const chosen = findings.find(({ number }) => number === props.chosen)
  return (
    <div className="evidence-middle">
      {mode === 'bytes' && chosen !== undefined && <BytesCard mail={mail} finding={chosen} />}
      {part === '0' ? (
        <>
          <Card
            title={t('headers')}
            padded={false}
            aside={
              <>
                <SegmentedControl
                  size="xs"
                  aria-label={t('headers')}
                  value={mode}
                  onChange={(value) => onMode(value === 'bytes' ? 'bytes' : 'decoded')}
                  data={[
                    { value: 'decoded', label: t('decoded') },
                    { value: 'bytes', label: t('bytes') },
                  ]}
                />
                <DefangSwitch />
                <DrawerButton {...props} />
              </>
            }
          >
            <HeaderLines
              headers={mail.headers}
              findings={findings}
              mode={mode}
              selected={selected}
              onSelect={onSelect}
            />
          </Card>
          <DetailCards findings={findings} selected={selected} onSelect={onSelect} />
          {shown === undefined ? (
            <p className="quiet">{t('text-none')}</p>
          ) : (
            <PartContent {...content} part={shown} />
          )}
          <Card title={t('path')}>
            <MailPath received={mail.received} />
          </Card>
          <Problems mail={mail} />
        </>
      ) : (
        <>
          {mail.parts
            .filter(({ path }) => path === part)
            .map((each) => (
              <PartContent
                key={each.path}
                {...content}
                part={each}
                aside={<DrawerButton {...props} />}
              />
            ))}
          <DetailCards
            findings={findings.filter(({ where }) => where.path === part)}
            selected={selected}
            onSelect={onSelect}
          />
        </>
      )}
    </div>
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

function Problems({ mail }: { mail: MailView }) {
  const t = useWords(submissionWords)
  const say = useSay()
  if (mail.problems.length === 0) return null
  return (
    <Card title={t('problems')}>
      <ul className="reason-list">
        {mail.problems.map((problem, at) => (
          <li key={`${problem.path}-${problem.code}-${at}`} className="small">
            <span className="mono quiet">{problem.path}</span> {say(problem.say)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
