import { TextInput } from '@mantine/core'
import type { MembershipView, OrganisationView } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
import { useLeaveGroup } from '../../client/community.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { useDates } from '../../words/dates.ts'
import { organisationWords } from '../../words/organisation.ts'
import { todayInJapan } from '../../words/today.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { useIsKeeper } from '../community/use-keeper.ts'
import { JoinSheet } from './JoinSheet.tsx'

type Membership = z.output<typeof MembershipView>

/** Every membership the organisation ever had; ended ones stay. */
export function Memberships({ view }: { view: OrganisationView }) {
  const t = useWords(organisationWords)
  const community = useWords(communityWords)
  const isKeeper = useIsKeeper()
  const [isJoining, setJoining] = useState(false)
  return (
    <Card
      title={t('memberships')}
      padded={false}
      aside={
        isKeeper && (
          <Button size="s" onClick={() => setJoining(true)}>
            {community('join-title')}
          </Button>
        )
      }
    >
      {view.memberships.length === 0 ? (
        <p className="card-body quiet">{t('memberships-none')}</p>
      ) : (
        <ul className="record-list">
          {view.memberships.map((membership) => (
            <MembershipLine key={membership.membershipId} membership={membership} />
          ))}
        </ul>
      )}
      {isJoining && (
        <JoinSheet organisationId={view.organisationId} onClose={() => setJoining(false)} />
      )}
    </Card>
  )
}

function MembershipLine({ membership }: { membership: Membership }) {
  const t = useWords(organisationWords)
  const say = useSay()
  const dates = useDates()
  const isKeeper = useIsKeeper()
  const [isLeaving, setLeaving] = useState(false)
  const { group, joinedOn, leftOn } = membership
  const isCurrent = leftOn === undefined || leftOn > todayInJapan()
  return (
    <li>
      <span className="record-text">
        <span className="strong">{say(group)}</span>
        <span className="tiny quiet">
          {t('since', { on: dates.day(joinedOn) })}
          {leftOn !== undefined && ` ${t('until', { on: dates.day(leftOn) })}`}
        </span>
      </span>
      <Chip tone={isCurrent ? 'ok' : 'neutral'}>{t(isCurrent ? 'current' : 'ended')}</Chip>
      {isKeeper && leftOn === undefined && (
        <Button
          size="s"
          kind="quiet"
          aria-label={`${t('leave')}: ${say(group)}`}
          onClick={() => setLeaving(true)}
        >
          {t('leave')}
        </Button>
      )}
      {isLeaving && <LeaveSheet membership={membership} onClose={() => setLeaving(false)} />}
    </li>
  )
}

function LeaveSheet({
  membership: { membershipId, group },
  onClose,
}: {
  membership: Membership
  onClose: () => void
}) {
  const t = useWords(organisationWords)
  const say = useSay()
  const toast = useToast()
  const leave = useLeaveGroup(membershipId)
  const [leftOn, setLeftOn] = useState(todayInJapan())
  const finish = () => {
    toast({ say: t('left') })
    onClose()
  }
  return (
    <FormSheet
      title={t('leave-title', { group: say(group) })}
      submit={t('leave')}
      order={leave}
      isReady={leftOn !== ''}
      onSubmit={() => leave.mutate({ leftOn }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('leave-say')}</p>
      <TextInput
        type="date"
        label={t('leave-on')}
        value={leftOn}
        onChange={(event) => setLeftOn(event.target.value)}
      />
    </FormSheet>
  )
}
