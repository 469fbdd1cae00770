import type { BulletinView } from 'contract/bulletin'
import { Chip, type ChipTone } from '../../parts/Chip.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

type Approval = BulletinView['approvals'][number]

const TONES: Record<Approval['state'], ChipTone> = {
  waiting: 'warn',
  approved: 'ok',
  'changes-asked': 'warn',
  refused: 'bad',
  withdrawn: 'bad',
  outdated: 'neutral',
  'not-asked': 'neutral',
  answered: 'ok',
}

/** Who was asked, what each answered, and in what words. */
export function Approvals({ approvals }: Pick<BulletinView, 'approvals'>) {
  const t = useWords(bulletinWords)
  if (approvals.length === 0) return null
  return (
    <section className="bench-box" aria-label={t('approvals')}>
      <h3>{t('approvals')}</h3>
      <ul className="stack">
        {approvals.map((approval) => (
          <Row key={approval.approvalId} approval={approval} />
        ))}
      </ul>
    </section>
  )
}

function Row({ approval }: { approval: Approval }) {
  const t = useWords(bulletinWords)
  const dates = useDates()
  const { state, answeredAt, answeredBy, note, dueAt } = approval
  const isLate = state === 'waiting' && Date.parse(dueAt) < Date.now()
  return (
    <li>
      <p className="row-wrap">
        <span className="small strong">{approval.organisation}</span>
        {approval.about === 'values' && <span className="tiny quiet">{t('about-values')}</span>}
      </p>
      <div className="bench-approval">
        <p className="tiny quiet grow">
          {state === 'not-asked'
            ? t('approval-told', { at: dates.short(dueAt) })
            : answeredAt === undefined
              ? t('approval-due', { at: dates.short(dueAt) })
              : t('approval-said', { at: dates.short(answeredAt), who: answeredBy ?? '' })}
        </p>
        <Chip tone={isLate ? 'bad' : TONES[state]} clock={state === 'waiting' && !isLate}>
          {t(isLate ? 'approval-overdue' : `approval-${state}`)}
        </Chip>
      </div>
      {note !== undefined && <p className="small reason bench-note">{note}</p>}
    </li>
  )
}
