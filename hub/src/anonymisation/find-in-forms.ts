import type { z } from 'zod'
import { checkDocuments, type CheckOptions, type Traces } from 'engine'
import type { Leak } from 'contract/bulletin'
import type { OutgoingForms } from './outgoing-forms.ts'

/**
 * Reads each form as its readers will: values of JSON, cells, headers, text across tags. What names somebody is told
 * with its place, and so is what could not be read to its end, since nobody can say what is in it.
 */
export async function findInForms(
  { list }: OutgoingForms,
  traces: Traces,
  options: CheckOptions,
): Promise<z.infer<typeof Leak>[]> {
  const leaks: z.infer<typeof Leak>[] = []
  for (const { format, readAs, bytes } of list) {
    const document = { name: '', format: readAs, bytes }
    for (const checked of await checkDocuments([document], traces, options)) {
      for (const { place: where, excerpt, trace, how, organisationId } of checked.traces) {
        const named = traces.organisations.find(({ id }) => id === organisationId)?.names[0]
        const organisation = named === undefined ? {} : { organisation: named }
        leaks.push({ format, place: where.en, where, excerpt, trace, how, ...organisation })
      }
      for (const { place: where, say } of checked.unsearched)
        leaks.push({ format, place: where.en, where, excerpt: '', trace: '', how: say.en })
    }
  }
  return leaks
}
