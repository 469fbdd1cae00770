import { IconPlus } from '@tabler/icons-react'
import type { GroupRow, StructureView } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { communityWords } from '../../words/community.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { laneWords } from '../../words/lane.ts'
import { JoinSheet } from '../organisation/JoinSheet.tsx'
import { LaneSheet } from './LaneSheet.tsx'
import { useIsKeeper } from './use-keeper.ts'

type Group = z.output<typeof GroupRow>

/** Groups with their members on the day, and both ways of adding them up. */
export function GroupTable({ view }: { view: StructureView }) {
  const t = useWords(communityWords)
  const numbers = useNumbers()
  const [joining, setJoining] = useState<Group>()
  const [changing, setChanging] = useState<Group>()
  const columns = useColumns(setJoining, setChanging)
  return (
    <Card title={t('groups')} padded={false}>
      {view.groups.length === 0 ? (
        <div className="loaded-empty">
          <Empty>{t('groups-none')}</Empty>
        </div>
      ) : (
        <DataTable
          label={t('groups')}
          columns={columns}
          rows={view.groups}
          toKey={({ groupId }) => groupId}
          foot={
            <>
              <Total words={t('total')} value={numbers.count(view.membershipCount)} />
              <Total words={t('distinct')} value={numbers.count(view.organisationCount)} />
            </>
          }
        />
      )}
      {joining !== undefined && (
        <JoinSheet groupId={joining.groupId} onClose={() => setJoining(undefined)} />
      )}
      {changing !== undefined && (
        <LaneSheet group={changing} onClose={() => setChanging(undefined)} />
      )}
    </Card>
  )
}

function Total({ words, value }: { words: string; value: string }) {
  const isKeeper = useIsKeeper()
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className="table-wide" />
      <td className="table-end">{value}</td>
      <td />
      <td className="table-wide" />
      {isKeeper && <td />}
    </tr>
  )
}

function useColumns(
  onJoin: (group: Group) => void,
  onLane: (group: Group) => void,
): Column<Group>[] {
  const t = useWords(communityWords)
  const lanes = useWords(laneWords)
  const say = useSay()
  const numbers = useNumbers()
  const isKeeper = useIsKeeper()
  const columns: Column<Group>[] = [
    {
      key: 'name',
      head: t('group'),
      cell: ({ name, lane }) => (
        <>
          <span className="strong">{say(name)}</span>
          <span className="only-phone tiny quiet">
            <br />
            {lanes(lane)}
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      head: t('kind'),
      isHiddenOnPhone: true,
      cell: ({ kind }) => t(`kind-${kind}`),
      sortBy: ({ kind }) => kind,
    },
    {
      key: 'members',
      head: t('members'),
      align: 'end',
      cell: ({ organisationCount }) => numbers.count(organisationCount),
      sortBy: ({ organisationCount }) => organisationCount,
    },
    {
      key: 'constituents',
      head: t('constituents'),
      align: 'end',
      cell: ({ constituentCount }) => constituentCount > 0 && numbers.count(constituentCount),
    },
    {
      key: 'lane',
      head: lanes('lane'),
      isHiddenOnPhone: true,
      cell: (group) =>
        isKeeper ? (
          <Button
            size="s"
            kind="quiet"
            className="on-paper-too"
            aria-label={`${lanes('change')}: ${say(group.name)}, ${lanes(group.lane)}`}
            onClick={() => onLane(group)}
          >
            {lanes(group.lane)}
          </Button>
        ) : (
          lanes(group.lane)
        ),
      sortBy: ({ lane }) => lane,
    },
  ]
  if (!isKeeper) return columns
  return [
    ...columns,
    {
      key: 'join',
      head: <span className="unseen">{t('join')}</span>,
      align: 'end',
      cell: (group) => (
        <Button
          size="s"
          kind="quiet"
          icon={<IconPlus aria-hidden="true" />}
          aria-label={`${t('join')}: ${say(group.name)}`}
          onClick={() => onJoin(group)}
        >
          <span className="table-wide">{t('join')}</span>
        </Button>
      ),
    },
  ]
}
