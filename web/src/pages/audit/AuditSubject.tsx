import { IconFilter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../client/people.ts'
import { useAddress } from '../../frame/use-address.ts'
import { auditWords } from '../../words/audit.ts'
import { useWords } from '../../words/use-words.ts'

/** Pages of the things an entry can be about. */
const PAGES: Readonly<Record<string, string>> = {
  submission: '/submissions',
  case: '/cases',
  bulletin: '/bulletins',
  organisation: '/organisations',
}
type SubjectKey = keyof (typeof auditWords)['keys'] & `subject-${string}`
const isNamed = (key: string): key is SubjectKey => key in auditWords.keys

/** What an entry is about, with its page where there is one, and the way to all entries about it. */
export function AuditSubject({ subject }: { subject: string }) {
  const t = useWords(auditWords)
  const people = usePeople()
  const [{ subject: chosen }, setAddress] = useAddress()
  const [kind = '', id = ''] = subject.split(':')
  const key = `subject-${kind}`
  const person = people.data?.rows.find(({ personId }) => kind === 'person' && personId === id)
  const words = `${isNamed(key) ? t(key) : kind} ${person?.name ?? id.slice(0, 8)}`
  const page = PAGES[kind]
  return (
    <span className="row audit-subject">
      {page === undefined || id === '' ? (
        <span title={subject}>{words}</span>
      ) : (
        <Link to={`${page}/${id}`} title={subject}>
          {words}
        </Link>
      )}
      {chosen !== subject && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('only-this', { subject: words })}
          onClick={() => setAddress({ subject }, { replace: false })}
        >
          <IconFilter stroke={1.5} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
