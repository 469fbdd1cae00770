import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { CaseId } from 'contract/common'
import { useState } from 'react'
import { useCases } from '../../client/cases.ts'
import { attackWords } from '../../words/attack.ts'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import { Loaded } from '../Loaded.tsx'
import { Sheet } from '../Sheet.tsx'
import { HostileText } from '../hostile/HostileText.tsx'
import './AddToCaseSheet.css'

/** Long enough not to ask the hub for every letter. */
const WAIT_MS = 180

/** Finds an existing case by number or title. */
export function AddToCaseSheet({
  title,
  except,
  onChoose,
  onClose,
}: {
  title?: string
  /** A case that cannot be chosen: the one at hand. */
  except?: CaseId
  onChoose: (caseId: CaseId) => void
  onClose: () => void
}) {
  const t = useWords(intakeWords)
  const attack = useWords(attackWords)
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text, WAIT_MS)
  const cases = useCases({ state: undefined, classification: undefined, text: wanted || undefined })
  const choose = (caseId: CaseId) => {
    onChoose(caseId)
    onClose()
  }
  return (
    <Sheet title={title ?? t('add-to-case')} onClose={onClose} width={640}>
      <div className="stack">
        <TextInput
          label={t('find-case')}
          value={text}
          maxLength={200}
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
        <Loaded query={cases} empty={<p className="quiet">{t('no-case')}</p>}>
          {(rows) => (
            <ul className="case-choices">
              {rows
                .filter(({ caseId, state }) => caseId !== except && state !== 'closed')
                .map(({ caseId, number, title: name, classification, mailCount }) => (
                  <li key={caseId}>
                    <button type="button" className="case-choice" onClick={() => choose(caseId)}>
                      <span className="mono quiet">{number}</span>
                      <span className="strong">
                        <HostileText text={name} />
                      </span>
                      <span className="tiny quiet">
                        {attack(classification)}・{t('mail-count', { count: mailCount })}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          )}
        </Loaded>
      </div>
    </Sheet>
  )
}
