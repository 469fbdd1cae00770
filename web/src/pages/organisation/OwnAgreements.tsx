import type { OwnStanding } from 'contract/agreement'
import { useState } from 'react'
import { useOwnStandings } from '../../client/agreements.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { agreementWords } from '../../words/agreement.ts'
import { useDates } from '../../words/dates.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { SignSheet } from './SignSheet.tsx'

/** What binds the own organisation to each group it is in; what is missing can be read and signed here. */
export function OwnAgreements() {
  const t = useWords(agreementWords)
  const standings = useOwnStandings()
  return (
    <Card title={t('title')} padded={false}>
      <Loaded query={standings} shape={2} empty={<p className="card-body quiet">{t('none')}</p>}>
        {(rows) => (
          <ul className="record-list">
            {rows.map((standing) => (
              <StandingLine key={standing.groupId} standing={standing} />
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

function StandingLine({ standing }: { standing: OwnStanding }) {
  const t = useWords(agreementWords)
  const say = useSay()
  const { data: me } = useMe()
  const [isOpen, setOpen] = useState(false)
  const { group, kind, inForce, endsOn, waiting, text } = standing
  const maySign = me?.roles.includes('member-contact') === true && waiting === undefined
  // The same text is signed again where what is in force will end.
  const isToSign = text !== undefined && (text.version !== inForce || endsOn !== undefined)
  return (
    <li>
      <span className="record-text">
        <span>
          <span className="strong">{say(group)}</span>
          <span className="quiet">　{t(kind)}</span>
        </span>
        <StandingState standing={standing} />
      </span>
      {text !== undefined && (
        <Button
          size="s"
          kind={maySign && isToSign ? 'outline' : 'quiet'}
          onClick={() => setOpen(true)}
        >
          {t(maySign && isToSign ? 'read-and-sign' : 'read')}
        </Button>
      )}
      {isOpen && text !== undefined && (
        <SignSheet
          standing={standing}
          text={text}
          maySign={maySign && isToSign}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}

/** In force, waiting for the hub, or missing: in words beside the colour. */
export function StandingState({
  standing: { inForce, endsOn, waiting },
}: {
  standing: Pick<OwnStanding, 'inForce' | 'endsOn' | 'waiting'>
}) {
  const t = useWords(agreementWords)
  const dates = useDates()
  return (
    <span className="row-wrap">
      {inForce === undefined ? (
        <Chip tone="bad">{t('missing')}</Chip>
      ) : (
        <Chip tone="ok">{t('in-force', { version: inForce })}</Chip>
      )}
      {endsOn !== undefined && (
        <span className="tiny quiet">{t('until', { on: dates.day(endsOn) })}</span>
      )}
      {waiting !== undefined && (
        <Chip tone="info">
          {t('waiting', { version: waiting.version, on: dates.day(waiting.signedOn) })}
        </Chip>
      )}
    </span>
  )
}
