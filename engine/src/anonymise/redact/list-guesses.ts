import type { TraceOrganisation } from '../traces.ts'
import { listCompanyForms } from './company-forms.ts'
import { isDistinctive } from './distinctive-words.ts'
import { readLabel } from './read-label.ts'

/**
 * Words with which a name or a domain begins, and which may stand in any text (Ardent of Ardent Rail). Nobody is asked
 * about them in texts; as a word of its own in a host, a mailbox or a path, one says whom an attacker wrote to.
 */
export function listGuesses(
  called: Pick<TraceOrganisation, 'names' | 'domains'>,
): readonly string[] {
  const isRegistered = called.names.length > 0
  const beginnings = listCompanyForms(called)
    .filter(({ isDoubtful }) => isDoubtful)
    .map(({ form }) => form.toLowerCase())
    .filter(isDistinctive)
  const labels = called.domains.flatMap((domain) => readLabel(domain, isRegistered))
  return [...new Set([...beginnings, ...labels.map(({ core }) => core)])]
}
