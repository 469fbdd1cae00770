import { Select, Textarea } from '@mantine/core'
import type { CaseView } from 'contract/case'
import { Classification } from 'contract/common'
import { type FormEvent, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Confidence } from '../../parts/Confidence.tsx'
import { ProposalReasons } from '../../parts/ProposalReasons.tsx'
import { Reach } from '../../parts/Reach.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { attackWords } from '../../words/attack.ts'
import { caseWords } from '../../words/case.ts'
import { useWords } from '../../words/use-words.ts'
import { useCaseMoves } from './use-case-moves.ts'

/** What the attack is, as decided, beside what the engine proposed and why. */
export function CaseClassification({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const attack = useWords(attackWords)
  const [isChanging, setChanging] = useState(false)
  const { proposal, classification, classificationReason } = view
  const isAsProposed = proposal.value === classification
  return (
    <Card
      title={t('classification')}
      aside={
        <Button size="s" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      }
    >
      <div className="stack">
        <div className="case-classification">
          <p className="strong">{attack(classification)}</p>
          <p className="row-wrap small quiet">
            {isAsProposed ? (
              <>
                <Confidence weight={proposal.confidence} /> {t('proposed')}
              </>
            ) : (
              t('changed')
            )}
          </p>
          {classificationReason !== undefined && <p className="small">{classificationReason}</p>}
          {proposal.reach !== undefined && (
            <p className="row-wrap small">
              <span className="quiet">{attack('reach')}</span>
              <Reach reach={proposal.reach} />
            </p>
          )}
        </div>
        <details className="small">
          <summary>
            {t('why')} {!isAsProposed && t('proposal', { value: attack(proposal.value) })}
          </summary>
          <ProposalReasons proposal={proposal} />
        </details>
      </div>
      {isChanging && <ClassifySheet view={view} onClose={() => setChanging(false)} />}
    </Card>
  )
}

function ClassifySheet({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useWords(caseWords)
  const attack = useWords(attackWords)
  const { classify } = useCaseMoves(view)
  const [value, setValue] = useState<Classification>(view.classification)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    classify(value, reason.trim())
    onClose()
  }
  return (
    <Sheet title={t('change-classification')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Select
          label={t('classification')}
          data={Classification.options.map((each) => ({ value: each, label: attack(each) }))}
          value={value}
          allowDeselect={false}
          // The sheet is above everything else; a list outside of it would lie beneath.
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={280}
          onChange={(next) => setValue(Classification.catch(value).parse(next))}
        />
        <Textarea
          label={t('change-reason')}
          description={t('change-reason-hint')}
          maxLength={1000}
          minRows={3}
          autosize
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row push">
          <Button type="submit" kind="solid">
            {t('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
