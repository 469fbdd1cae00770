import { useMe } from '../../client/me.ts'
import { usePlace } from '../../frame/place.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'
import { AnalyseAgain } from './AnalyseAgain.tsx'
import { DnsAnswers } from './DnsAnswers.tsx'
import { NamingRules } from './NamingRules.tsx'
import { Registrations } from './Registrations.tsx'
import { Rereadings } from './Rereadings.tsx'
import { Rules } from './Rules.tsx'
import './KnowledgePage.css'

/** What mails are read with beside the register: rules and records that the hub's people keep. */
export function KnowledgePage() {
  const t = useWords(knowledgeWords)
  const { data: me } = useMe()
  usePlace([{ label: t('title') }])
  const mayChange = me?.roles.some((role) => role === 'hub-analyst' || role === 'hub-lead') ?? false
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <p className="small quiet">
          {t('say')} {!mayChange && t('analysts-only')}
        </p>
      </header>
      <Rules mayChange={mayChange} />
      <Registrations mayChange={mayChange} />
      <DnsAnswers mayChange={mayChange} />
      <NamingRules mayChange={mayChange} />
      {mayChange && <AnalyseAgain />}
      <Rereadings />
    </div>
  )
}
