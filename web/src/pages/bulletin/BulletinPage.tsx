import { useBlocker } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { useBulletin } from '../../client/bulletins.ts'
import { useMe } from '../../client/me.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress, useParam } from '../../frame/use-address.ts'
import { HistoryList } from '../../parts/HistoryList.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { CertificateLink } from '../../parts/CertificateLink.tsx'
import { DefangProvider } from '../../parts/hostile/DefangProvider.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useWords } from '../../words/use-words.ts'
import { AliasLegend } from './AliasLegend.tsx'
import { Approvals } from './Approvals.tsx'
import { AskApprovalSheet } from './AskApprovalSheet.tsx'
import { AudienceBox } from './AudienceBox.tsx'
import { Blockers } from './Blockers.tsx'
import { DraftProblem } from './DraftProblem.tsx'
import { isEditor, isOut } from './may-edit.ts'
import { LaneBox } from './LaneBox.tsx'
import { Originals } from './Originals.tsx'
import { Permissions } from './Permissions.tsx'
import { Questions } from './Questions.tsx'
import { Seal } from './Seal.tsx'
import { SharedText } from './SharedText.tsx'
import { useCheck } from './use-check.ts'
import { type DraftText, useDraftText } from './use-draft-text.ts'
import { useShowTrace } from './use-show-trace.ts'
import { Versions } from './Versions.tsx'
import { WorkbenchHead } from './WorkbenchHead.tsx'
import './BulletinPage.css'

const TABS = ['inside', 'shared', 'decide'] as const

/** The workbench: the evidence at the left, what others will see beside it, what is to be decided at the right. */
export function BulletinPage() {
  const query = useBulletin(useParam('bulletinId'))
  return (
    <DefangProvider>
      <Loaded isPage back="bulletins" query={query} shape={8}>
        {(view) => <Workbench key={view.bulletinId} view={view} />}
      </Loaded>
    </DefangProvider>
  )
}

function Workbench({ view }: { view: BulletinView }) {
  const t = useWords(bulletinWords)
  const { data: me } = useMe()
  const [address, setAddress] = useAddress()
  const [isAsking, setAsking] = useState(false)
  const draft = useDraftText(view)
  const check = useCheck(view)
  const mayEdit = isEditor(me) && !isOut(view.state)
  const tab = TABS.find((name) => name === address['tab']) ?? 'shared'
  usePlace([{ label: t('title'), href: '/bulletins' }, { label: view.number }])
  useLeaveGuard(draft)
  return (
    <article className="bench" data-tab={tab} data-state={view.state}>
      <WorkbenchHead
        view={view}
        draft={draft}
        mayEdit={mayEdit}
        isChecking={check.isPending}
        onCheck={() => check.run()}
        onAsk={() => setAsking(true)}
      />
      <div className="bench-tabs">
        <Tabs
          label={view.number}
          tabs={TABS.map((name) => ({ name, label: t(`tab-${name}`) }))}
          selected={tab}
          onSelect={(name) => setAddress({ tab: name })}
        />
      </div>
      <DraftProblem view={view} />
      <div className="bench-columns">
        <div className="bench-inside" data-part="inside">
          {view.draftProblem === undefined && <AliasLegend aliases={view.aliases} />}
          <Originals view={view} />
        </div>
        <div className="bench-column" data-part="shared">
          <SharedText view={view} draft={draft} mayEdit={mayEdit} />
        </div>
        <div className="bench-column bench-decide" data-part="decide">
          <Decisions view={view} draft={draft} mayEdit={mayEdit} isChecking={check.isPending} />
        </div>
      </div>
      {isAsking && <AskApprovalSheet view={view} onClose={() => setAsking(false)} />}
    </article>
  )
}

function Decisions({
  view,
  draft,
  mayEdit,
  isChecking,
}: {
  view: BulletinView
  draft: DraftText
  mayEdit: boolean
  isChecking: boolean
}) {
  const t = useWords(bulletinWords)
  const showTrace = useShowTrace(view.content, draft, mayEdit)
  return (
    <>
      <Questions view={view} mayEdit={mayEdit} isUnsaved={draft.isDirty} />
      <Permissions permissions={view.permissions} />
      <Approvals approvals={view.approvals} />
      <AudienceBox view={view} draft={draft} mayEdit={mayEdit} />
      <LaneBox view={view} draft={draft} mayEdit={mayEdit} />
      <Blockers blockers={view.blockers} />
      <Versions view={view} />
      <details className="bench-box">
        <summary>{t('history')}</summary>
        <HistoryList entries={view.history} />
      </details>
      <div className="bench-seal">
        <Seal view={view} isChecking={isChecking} isDirty={draft.isDirty} onShow={showTrace} />
        {isOut(view.state) && (
          <CertificateLink path={`/api/bulletins/${view.bulletinId}/certificate`} />
        )}
      </div>
    </>
  )
}

/** Typed words are not lost by a slip of the hand. Moving within the page asks nothing. */
function useLeaveGuard({ isDirty }: DraftText) {
  const t = useWords(bulletinWords)
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm(t('leave-sure')),
    disabled: !isDirty,
    enableBeforeUnload: isDirty,
  })
}
