import type { Message } from '../../evidence/message.ts'
import { explainImitation, type ProtectedDomain } from '../../register/find-imitated.ts'
import { imitationCostMax } from '../../register/edit-costs.ts'
import type { DomainRelation, RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import type { LookalikeEdit } from '../technique.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { listCorrespondents } from './correspondents.ts'
import { listRecipients } from './recipients.ts'

/** Whom an observed host imitates, with the thread's own people among those asked. */
export interface Imitation {
  readonly genuine: string
  readonly observed: string
  readonly owner?: string
  readonly relation: DomainRelation | 'correspondent'
  readonly edits: readonly LookalikeEdit[]
  readonly cost: number
}

/** Conversations name few organisations; a longer list is a directory, not a thread. */
const GENUINE_MAX = 30

/** Genuine names that only this mail knows: who is quoted, and, without a register, who received it. */
export function listThreadDomains(message: Message, register: RegisterIndex): ProtectedDomain[] {
  const recipients = register.register.recipient
    ? []
    : listRecipients(message, register).organisations
  const quoted = listCorrespondents(message).map((one) => one.organisation)
  return [...new Set([...recipients, ...quoted])]
    .filter((organisation) => !FREE_MAIL.has(organisation))
    .filter((organisation) => register.ownerOf(organisation) === undefined)
    .slice(0, GENUINE_MAX)
    .flatMap((organisation) => {
      const split = splitDomain(organisation)
      return split ? [{ ...split, owner: organisation, relation: 'partner' as const }] : []
    })
}

/** The closest genuine name for an observed host: from the register first, then from the thread. */
export function findImitation(
  host: string,
  register: RegisterIndex,
  thread: readonly ProtectedDomain[],
): Imitation | undefined {
  const split = splitDomain(host)
  if (split === undefined || register.ownerOf(split.organisation) !== undefined) return undefined
  if (thread.some((one) => one.organisation === split.organisation)) return undefined
  const [known] = register.findImitated(host)
  if (known !== undefined && known.relation !== 'well-known') return known
  for (const one of thread) {
    const { cost, edits, observed } = explainImitation(one, split)
    if (cost <= 0 || cost > imitationCostMax(one.label.replaceAll('-', '').length, 'partner'))
      continue
    const { organisation: genuine } = one
    return { genuine, observed, relation: 'correspondent', edits, cost }
  }
  return known
}

/** Only the ending differs: what companies with several countries own themselves. */
export function isSuffixOnly({ edits }: Imitation): boolean {
  return edits.every((edit) => edit.kind === 'tld-changed')
}
