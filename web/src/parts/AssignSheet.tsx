import { useAssignCase } from '../client/cases.ts'
import { useMe } from '../client/me.ts'
import { usePeople } from '../client/people.ts'
import { useMoveSubmission } from '../client/submissions.ts'
import { intakeWords } from '../words/intake.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { Loaded } from './Loaded.tsx'
import { Sheet } from './Sheet.tsx'
import { useTold } from './use-told.ts'
import type { PersonId } from 'contract/common'

/** Who takes it: oneself first, then the hub's other people, or nobody. */
export function AssignSheet({
  of,
  id,
  onClose,
}: {
  of: 'submission' | 'case'
  id: string
  onClose: () => void
}) {
  const t = useWords(intakeWords)
  const { data: me } = useMe()
  const people = usePeople()
  const assign = useAssign(of, id, onClose)
  return (
    <Sheet title={t('assign')} onClose={onClose} width={420}>
      <div className="stack">
        {me && (
          <Button kind="solid" onClick={() => assign(me.personId, me.name)}>
            {t('assign-me')}
          </Button>
        )}
        <Loaded query={people}>
          {({ rows }) =>
            rows
              .filter(
                ({ organisation, disabled, personId }) =>
                  organisation === undefined && !disabled && personId !== me?.personId,
              )
              .map(({ personId, name }) => (
                <Button key={personId} onClick={() => assign(personId, name)}>
                  {name}
                </Button>
              ))
          }
        </Loaded>
        <Button kind="quiet" onClick={() => assign(null, '')}>
          {t('assign-nobody')}
        </Button>
      </div>
    </Sheet>
  )
}

function useAssign(of: 'submission' | 'case', id: string, onDone: () => void) {
  const t = useWords(intakeWords)
  const tell = useTold()
  const moveSubmission = useMoveSubmission()
  const assignCase = useAssignCase()
  return (personId: PersonId | null, name: string) => {
    const work =
      of === 'case'
        ? assignCase.mutateAsync({ caseId: id, personId })
        : moveSubmission.mutateAsync({ submissionId: id, move: 'assign', body: { personId } })
    void tell<unknown>(work, () => ({
      say: personId === null ? t('assigned-nobody') : t('assigned-to', { name }),
    }))
    onDone()
  }
}
