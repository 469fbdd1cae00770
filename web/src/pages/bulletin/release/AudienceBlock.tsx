import { IconAlertTriangle } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { Card } from '../../../parts/Card.tsx'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Sheet } from '../../../parts/Sheet.tsx'
import { TlpLabel } from '../../../parts/TlpLabel.tsx'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useNumbers } from '../../../words/numbers.ts'
import { useSay, useWords } from '../../../words/use-words.ts'
import { Numbered } from './Numbered.tsx'

type Group = BulletinView['audience']['groups'][number]

/** To whom: groups with their numbers, each organisation counted once in the sum, every name on demand. */
export function AudienceBlock({ view: { audience, content } }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const numbers = useNumbers()
  const columns = useColumns()
  const isOnce = audience.groups.length > 1
  return (
    <Card
      padded={false}
      title={
        <span className="row">
          <Numbered number={1} />
          {t('audience')}
        </span>
      }
      aside={<Names names={audience.organisations} />}
    >
      <DataTable
        label={t('audience')}
        columns={columns}
        rows={audience.groups}
        toKey={({ groupId }) => groupId}
        foot={
          <tr className="strong">
            <td>
              {t('total')} {isOnce && <span className="tiny quiet only-phone">{t('once')}</span>}
            </td>
            <td className="table-end">{numbers.count(audience.organisationCount)}</td>
            <td className="table-end">{t('person', { count: audience.personCount })}</td>
            <td className="tiny quiet table-wide">{isOnce && t('once')}</td>
          </tr>
        }
      />
      <p className="review-line small row-wrap">
        <TlpLabel tlp={content.tlp} /> <span className="reason">{t(`tlp-${content.tlp}`)}</span>
      </p>
    </Card>
  )
}

/** Every organisation by name, one click away from the numbers. */
function Names({ names }: { names: readonly string[] }) {
  const t = useWords(bulletinReleaseWords)
  const [isOpen, setOpen] = useState(false)
  if (names.length === 0) return null
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('see-names')}
      </button>
      {isOpen && (
        <Sheet title={t('audience')} width={720} onClose={() => setOpen(false)}>
          <ul className="review-names">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

/** How many others are left: whoever is the only one knows that it was all the rest. Only the hub may know this. */
const OTHERS_MIN = 2

function Providers({ providersInside, organisationCount }: Group) {
  const t = useWords(bulletinReleaseWords)
  if (providersInside === 0) return null
  const others = organisationCount - providersInside
  return (
    <>
      <p className="tiny quiet">{t('providers', { count: providersInside })}</p>
      {others < OTHERS_MIN && (
        <p className="tiny strong review-few">
          <IconAlertTriangle className="sign-warn" size={14} stroke={1.5} aria-hidden="true" />
          <span className="reason">{t('few-others', { count: others })}</span>
        </p>
      )}
    </>
  )
}

function useColumns(): Column<Group>[] {
  const t = useWords(bulletinReleaseWords)
  const say = useSay()
  const numbers = useNumbers()
  return [
    {
      key: 'name',
      head: t('group'),
      // A phone has no room for a fourth column: words would break within.
      cell: (group) => (
        <>
          <strong>{say(group.name)}</strong>
          <div className="only-phone">
            <Providers {...group} />
          </div>
        </>
      ),
    },
    {
      key: 'organisations',
      head: t('organisations'),
      align: 'end',
      cell: ({ organisationCount }) => numbers.count(organisationCount),
    },
    {
      key: 'persons',
      head: t('persons'),
      align: 'end',
      cell: ({ personCount }) => t('person', { count: personCount }),
    },
    {
      key: 'providers',
      head: <span className="unseen">{t('remark')}</span>,
      isHiddenOnPhone: true,
      cell: (group) => <Providers {...group} />,
    },
  ]
}
