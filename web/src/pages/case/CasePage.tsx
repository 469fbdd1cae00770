import type { CaseView } from 'contract/case'
import { useCase } from '../../client/cases.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress, useParam } from '../../frame/use-address.ts'
import { HistoryList } from '../../parts/HistoryList.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { OrClosed } from '../../parts/restriction/OrClosed.tsx'
import { DefangProvider } from '../../parts/hostile/DefangProvider.tsx'
import { caseWords } from '../../words/case.ts'
import { useWords } from '../../words/use-words.ts'
import { CaseFindings } from './CaseFindings.tsx'
import { CaseHead } from './CaseHead.tsx'
import { CaseIndicators } from './CaseIndicators.tsx'
import { CaseMails } from './CaseMails.tsx'
import { CaseOverview } from './CaseOverview.tsx'
import './CasePage.css'

const TABS = ['overview', 'findings', 'mails', 'indicators', 'history'] as const
type Tab = (typeof TABS)[number]

/** One attack, whoever reported it: what belongs to it and why, what it is, and the way to a bulletin. */
export function CasePage() {
  const caseId = useParam('caseId')
  const one = useCase(caseId)
  return (
    <DefangProvider>
      <OrClosed query={one} id={caseId}>
        <Loaded isPage back="cases" query={one} shape={6}>
          {(view) => <Opened view={view} />}
        </Loaded>
      </OrClosed>
    </DefangProvider>
  )
}

function Opened({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const [address, setAddress] = useAddress()
  const tab = TABS.find((name) => name === address['tab']) ?? 'overview'
  usePlace([{ label: t('title'), href: '/cases' }, { label: view.number }])
  const counts: Partial<Record<Tab, number>> = {
    findings: view.findings.length,
    mails: view.mails.length,
    indicators: view.indicators.length,
  }
  return (
    <article>
      <CaseHead view={view} />
      <div className="case-tabs">
        <Tabs
          label={view.number}
          tabs={TABS.map((name) => ({ name, label: t(`tab-${name}`), count: counts[name] }))}
          selected={tab}
          onSelect={(name) => setAddress({ tab: name === 'overview' ? undefined : name })}
        />
      </div>
      <div className="page">
        <OneTab tab={tab} view={view} />
      </div>
    </article>
  )
}

function OneTab({ tab, view }: { tab: Tab; view: CaseView }) {
  switch (tab) {
    case 'overview':
      return <CaseOverview view={view} />
    case 'findings':
      return <CaseFindings view={view} />
    case 'mails':
      return <CaseMails view={view} />
    case 'indicators':
      return <CaseIndicators view={view} />
    case 'history':
      return <HistoryList entries={view.history} />
  }
}
