import type { OrganisationView } from 'contract/community'
import { useStructure } from '../../client/community.ts'
import { useSetAlwaysAsked } from '../../client/lanes.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useTold } from '../../parts/use-told.ts'
import { useDates } from '../../words/dates.ts'
import { laneWords } from '../../words/lane.ts'
import { todayInJapan } from '../../words/today.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Whether the organisation is asked before something of its own is shared: what its groups agreed on, and its own word. */
export function AskingCard({ view, isOwn = false }: { view: OrganisationView; isOwn?: boolean }) {
  const t = useWords(laneWords)
  return (
    <Card
      title={t('asking-title')}
      padded={false}
      aside={isOwn && <AlwaysButton isAlwaysAsked={view.isAlwaysAsked} />}
    >
      <p className="card-body small reason">{t(isOwn ? 'asking-say' : 'asking-staff-say')}</p>
      {view.isAlwaysAsked && (
        <p className="card-body small strong">{t(isOwn ? 'always' : 'always-staff')}</p>
      )}
      <Lanes view={view} />
    </Card>
  )
}

function Lanes({ view }: { view: OrganisationView }) {
  const t = useWords(laneWords)
  const say = useSay()
  const dates = useDates()
  const structure = useStructure(undefined)
  const today = todayInJapan()
  const own = new Set(
    view.memberships
      .filter(({ leftOn }) => leftOn === undefined || leftOn > today)
      .map(({ groupId }) => groupId),
  )
  return (
    <Loaded query={structure} shape={2}>
      {({ groups }) => (
        <ul className="record-list">
          {groups
            .filter(({ groupId }) => own.has(groupId))
            .map(({ groupId, name, lane, laneSetOn }) => (
              <li key={groupId}>
                <span className="record-text">
                  <span className="strong">{say(name)}</span>
                  <span className="small quiet">
                    {t(lane)}
                    {laneSetOn !== undefined && `　${t('set-on', { on: dates.day(laneSetOn) })}`}
                  </span>
                </span>
              </li>
            ))}
        </ul>
      )}
    </Loaded>
  )
}

function AlwaysButton({ isAlwaysAsked }: { isAlwaysAsked: boolean }) {
  const t = useWords(laneWords)
  const tell = useTold()
  const { data: me } = useMe()
  const order = useSetAlwaysAsked()
  if (me?.roles.includes('member-contact') !== true) return null
  const turn = () =>
    void tell(order.mutateAsync(!isAlwaysAsked), () => ({
      say: t(isAlwaysAsked ? 'always-off-done' : 'always-on-done'),
    }))
  return (
    <Button size="s" busy={order.isPending} onClick={turn}>
      {t(isAlwaysAsked ? 'always-off' : 'always-on')}
    </Button>
  )
}
