import { usePeople } from '../../client/people.ts'
import { auditWords } from '../../words/audit.ts'
import { useWords } from '../../words/use-words.ts'

/** Who did it: a person by name, a machine by its token, or the hub itself. */
export function AuditActor({ actor }: { actor: string }) {
  const t = useWords(auditWords)
  const people = usePeople()
  const [kind, id = ''] = actor.split(':')
  if (kind === 'hub' || kind === 'nobody') return t(`actor-${kind}`)
  if (kind === 'token') return t('actor-token', { id: id.slice(0, 8) })
  const person = people.data?.rows.find(({ personId }) => personId === id)
  if (person === undefined) return <span className="mono">{actor.slice(0, 15)}</span>
  return <span title={person.email}>{person.name}</span>
}
