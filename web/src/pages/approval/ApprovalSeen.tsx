import { IconEye } from '@tabler/icons-react'
import type { ApprovalView, OutgoingFormat } from 'contract/bulletin'
import type { Language } from 'contract/common'
import { useApprovalForm } from '../../client/approvals.ts'
import { useAddress } from '../../frame/use-address.ts'
import { BulletinView } from '../../parts/BulletinView.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { OutgoingBytes } from '../../parts/OutgoingBytes.tsx'
import { RemarkNote } from '../../parts/RemarkNote.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { approvalWords } from '../../words/approval.ts'
import { leakCheckWords } from '../../words/leak-check.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { ApprovalChanges } from './ApprovalChanges.tsx'
import { isOverdue } from './is-overdue.ts'
import { RemarkField } from './RemarkField.tsx'
import type { Remarks } from './use-remarks.ts'
import type { Ticks } from './use-ticks.ts'
import { ValueTicks } from './ValueTicks.tsx'

type Form = OutgoingFormat | 'changes'

/** The outgoing text in the rendering every reader gets, its other forms byte for byte, and what changed. */
export function ApprovalSeen({
  approval,
  remarks,
  ticks,
}: {
  approval: ApprovalView
  remarks: Remarks
  ticks: Ticks
}) {
  const t = useWords(approvalWords)
  const forms = useWords(leakCheckWords)
  const [address, setAddress] = useAddress()
  const names: readonly Form[] = [
    'web',
    ...approval.formats.filter((name) => name !== 'web'),
    ...(approval.before === undefined ? [] : (['changes'] as const)),
  ]
  const form = names.find((name) => name === address['form']) ?? 'web'
  return (
    <section className="approval-box approval-seen" data-part="seen" aria-label={t('seen')}>
      <header className="approval-box-head">
        <IconEye size={18} stroke={1.5} aria-hidden="true" />
        <h2>{t('seen')}</h2>
      </header>
      {approval.identifying.length > 0 && (
        <div className="value-notice stack">
          <h3>{t('identifying')}</h3>
          {approval.state === 'waiting' && !isOverdue(approval) && (
            <p className="small reason">{t('identifying-say')}</p>
          )}
          <ValueTicks approval={approval} ticks={ticks} />
        </div>
      )}
      {names.length > 1 && (
        <Tabs
          label={t('form-label')}
          tabs={names.map((name) => ({
            name,
            label: name === 'changes' ? t('tab-changes') : forms(`format-${name}`),
          }))}
          selected={form}
          onSelect={(name) => setAddress({ form: name === 'web' ? undefined : name })}
        />
      )}
      {form === 'web' && <WebForm approval={approval} remarks={remarks} />}
      {form === 'changes' && approval.before !== undefined && (
        <ApprovalChanges before={approval.before} after={approval.content} />
      )}
      {form !== 'web' && form !== 'changes' && <OtherForm approval={approval} format={form} />}
    </section>
  )
}

const LANGUAGES = ['ja', 'en'] as const

/** Both languages go out, so both can be read here. */
function WebForm({ approval, remarks }: { approval: ApprovalView; remarks: Remarks }) {
  const t = useWords(approvalWords)
  const reader = useLanguage()
  const [address, setAddress] = useAddress()
  const language: Language = LANGUAGES.find((name) => name === address['text']) ?? reader
  const beside = (place: string) =>
    approval.state === 'waiting' && !isOverdue(approval) ? (
      <RemarkField place={place} remarks={remarks} />
    ) : (
      approval.remarks
        .filter((remark) => remark.place === place)
        .map(({ text }) => <RemarkNote key={text}>{text}</RemarkNote>)
    )
  return (
    <>
      <div className="approval-language">
        <Tabs
          label={t('language')}
          tabs={LANGUAGES.map((name) => ({ name, label: t(`text-${name}`) }))}
          selected={language}
          onSelect={(name) => setAddress({ text: name === reader ? undefined : name })}
        />
      </div>
      <BulletinView
        content={approval.content}
        reference={approval.bulletinNumber}
        language={language}
        beside={beside}
      />
    </>
  )
}

function OtherForm({ approval, format }: { approval: ApprovalView; format: OutgoingFormat }) {
  const t = useWords(approvalWords)
  const query = useApprovalForm(approval.approvalId, format)
  return (
    <>
      <p className="tiny quiet approval-bytes-say">{t('bytes-say')}</p>
      <Loaded query={query} shape={6}>
        {(form) => <OutgoingBytes form={form} />}
      </Loaded>
    </>
  )
}
