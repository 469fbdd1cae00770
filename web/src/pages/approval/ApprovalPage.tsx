import { IconChevronRight, IconClock } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { useApproval } from '../../client/approvals.ts'
import { useMe } from '../../client/me.ts'
import { useAddress, useParam } from '../../frame/use-address.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { DefangProvider } from '../../parts/hostile/DefangProvider.tsx'
import { approvalWords } from '../../words/approval.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { ApprovalAnswer } from './ApprovalAnswer.tsx'
import { ApprovalAudience } from './ApprovalAudience.tsx'
import { ApprovalSeen } from './ApprovalSeen.tsx'
import { ApprovalSent } from './ApprovalSent.tsx'
import { isOverdue } from './is-overdue.ts'
import { ApprovalValues } from './ApprovalValues.tsx'
import { PermitAnswer } from './PermitAnswer.tsx'
import { useRemarks } from './use-remarks.ts'
import { useTicks } from './use-ticks.ts'
import './ApprovalPage.css'

/** What you sent → what others will see → who they are, and three answers. */
export function ApprovalPage() {
  const query = useApproval(useParam('approvalId'))
  return (
    <DefangProvider>
      <Loaded isPage back="home" query={query} shape={8}>
        {(approval) => <Shown approval={approval} />}
      </Loaded>
    </DefangProvider>
  )
}

const TABS = ['sent', 'seen', 'audience'] as const

function Shown({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const [address, setAddress] = useAddress()
  const remarks = useRemarks()
  const ticks = useTicks(approval)
  const isAboutValues = approval.about === 'values'
  const tab = TABS.find((name) => name === address['tab']) ?? 'seen'
  return (
    <div className="approval" data-tab={tab}>
      <Head approval={approval} />
      <div className="approval-tabs">
        <Tabs
          label={t('parts')}
          selected={tab}
          onSelect={(name) => setAddress({ tab: name })}
          tabs={TABS.map((name) => ({
            name,
            label: t(isAboutValues && name === 'seen' ? 'tab-values' : `tab-${name}`),
          }))}
        />
      </div>
      <div className="approval-columns">
        <ApprovalSent approval={approval} />
        <Arrow />
        {isAboutValues ? (
          <ApprovalValues approval={approval} ticks={ticks} />
        ) : (
          <ApprovalSeen approval={approval} remarks={remarks} ticks={ticks} />
        )}
        <Arrow />
        <ApprovalAudience approval={approval} />
      </div>
      {isAboutValues ? (
        <PermitAnswer approval={approval} ticks={ticks} />
      ) : (
        <ApprovalAnswer approval={approval} remarks={remarks} ticks={ticks} />
      )}
    </div>
  )
}

function Head({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const dates = useDates()
  const { data: me } = useMe()
  return (
    <header className="approval-head">
      <div className="grow">
        <h1 className="approval-title">{t(headingOf(approval))}</h1>
        <p className="quiet">
          {t(aboutOf(approval), {
            name: me?.organisation?.name ?? t('my-organisation'),
          })}
        </p>
        {approval.message !== undefined && (
          <p className="approval-message">
            <strong>{t('message')}</strong> {approval.message}
          </p>
        )}
      </div>
      {approval.state === 'waiting' && (
        <div className="approval-due" role="note">
          <IconClock stroke={1.5} aria-hidden="true" />
          <div>
            <p>
              <span className="small quiet">{t('due')}</span>{' '}
              <strong>{dates.short(approval.dueAt)}</strong>
            </p>
            {!isOverdue(approval) && (
              <p className="tiny quiet">
                {t(approval.about === 'values' ? 'values-no-answer' : 'no-answer')}
              </p>
            )}
          </div>
        </div>
      )}
    </header>
  )
}

/**
 * Of a text no more is said than what the hub itself wrote into it: a value that its reader kept back may have reached the
 * hub by another way, which these words can tell neither to be so nor not to be.
 */
function aboutOf({ about, identifying }: ApprovalView) {
  if (about === 'values') return 'values-about'
  return identifying.length === 0 ? 'about' : 'about-with-values'
}

/** Only a question that is open asks; what is answered or over says what became of it. */
function headingOf(approval: ApprovalView) {
  const { about, state, sharing } = approval
  if (about === 'values') return valuesHeadingOf(approval)
  if (isOverdue(approval)) return 'title-overdue'
  if (sharing === 'withdrawn') return 'title-taken-back'
  if (state === 'approved' && sharing === 'shared') return 'title-shared'
  return state === 'answered' ? 'title-values-answered' : (`title-${state}` as const)
}

function valuesHeadingOf(approval: ApprovalView) {
  if (isOverdue(approval)) return 'title-values-overdue'
  const { state } = approval
  const isOpen = state === 'waiting' || state === 'answered' || state === 'withdrawn'
  return isOpen ? (`title-values-${state}` as const) : 'title-values-outdated'
}

function Arrow() {
  return <IconChevronRight className="approval-arrow" stroke={1.5} aria-hidden="true" />
}
