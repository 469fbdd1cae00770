import type { Message } from '../../evidence/message.ts'
import { splitDomain } from '../../register/split-domain.ts'
import type { LookalikeEdit } from '../technique.ts'

/**
 * Services give each customer a page under their own domain: `kitahama.payslips.example`, in mail
 * from `payslips.example`. Only the bare name counts: the whole domain in front is a trick.
 */
export function isTenantPage(
  { from }: Message,
  host: string,
  { genuine, edits }: { readonly genuine: string; readonly edits: readonly LookalikeEdit[] },
): boolean {
  const label = splitDomain(genuine)?.label
  return (
    label !== undefined &&
    from?.domain !== '' &&
    host === `${label}.${from?.organisation}` &&
    edits.every((edit) => edit.kind === 'word-added')
  )
}
