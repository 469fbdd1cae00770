import type { BulletinView } from 'contract/bulletin'
import { Chip, type ChipTone } from '../../parts/Chip.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useWords } from '../../words/use-words.ts'
import './Permissions.css'

type Row = BulletinView['permissions'][number]
type Answer = Row['holders'][number]['answer']

const TONES: Record<Answer, ChipTone> = {
  given: 'ok',
  refused: 'bad',
  waiting: 'warn',
  silent: 'neutral',
  'not-asked': 'neutral',
}

/** Which value waits for whom: each goes out when one whose evidence holds it says yes. */
export function Permissions({ permissions }: Pick<BulletinView, 'permissions'>) {
  const t = useWords(bulletinWords)
  if (permissions.length === 0) return null
  return (
    <section className="bench-box" aria-label={t('permissions')}>
      <h3>{t('permissions')}</h3>
      <p className="tiny quiet reason">{t('permissions-say')}</p>
      <PermissionList permissions={permissions} />
    </section>
  )
}

export function PermissionList({ permissions }: Pick<BulletinView, 'permissions'>) {
  const t = useWords(bulletinWords)
  return (
    <ul className="stack">
      {permissions.map(({ value, holders, problem }) => (
        <li key={value}>
          <p className="mono small permission-value">
            <HostileText text={value} />
          </p>
          {problem !== undefined && (
            <>
              <Chip tone="bad">{t('permission-unaskable')}</Chip>
              <p className="small reason">{t(`permission-${problem}`)}</p>
            </>
          )}
          {problem === undefined &&
            holders.map(({ organisationId, organisation, answer }) => (
              <div key={organisationId} className="permission-holder">
                <p className="small grow">{organisation}</p>
                <Chip tone={TONES[answer]} clock={answer === 'waiting'}>
                  {t(`permission-${answer}`)}
                </Chip>
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}
