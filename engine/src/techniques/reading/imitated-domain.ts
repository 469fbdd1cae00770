import type { Message } from '../../evidence/message.ts'
import { buildDeletionIndex, type DeletionIndex } from '../../register/deletion-index.ts'
import { listDomainKeys } from '../../register/domain-keys.ts'
import { findImitated, type ProtectedDomain } from '../../register/find-imitated.ts'
import type { DomainRelation, RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import type { LookalikeEdit } from '../technique.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { listCorrespondents } from './correspondents.ts'
import { memoise } from './memoise.ts'
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

/** Genuine names that only this mail knows, ready for questions. */
export interface Thread {
  readonly domains: readonly ProtectedDomain[]
  readonly index: DeletionIndex
}

/** Who is quoted in the mail, and, without a register, who received it. */
export function readThread(message: Message, register: RegisterIndex): Thread {
  return threadsBy(register)(message)
}

const threadsBy = memoise((register: RegisterIndex) =>
  memoise((message: Message): Thread => {
    const domains = listThreadDomains(message, register)
    const keys = domains.flatMap(({ label, suffix }, id) => listDomainKeys(label, suffix, id))
    return { domains, index: buildDeletionIndex(keys) }
  }),
)

function listThreadDomains(message: Message, register: RegisterIndex): ProtectedDomain[] {
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
      if (split === undefined) return []
      const { label, suffix } = split
      return [{ label, suffix, organisation, owner: organisation, relation: 'partner' as const }]
    })
}

/** The closest genuine name for an observed host: from the register first, then from the thread. */
export function findImitation(
  host: string,
  register: RegisterIndex,
  thread: Thread,
): Imitation | undefined {
  const [known] = register.findImitated(host)
  if (known !== undefined && known.relation !== 'well-known') return known
  if (thread.domains.length === 0) return known
  const split = splitDomain(host)
  if (split === undefined || register.ownerOf(split.organisation) !== undefined) return undefined
  if (thread.domains.some((one) => one.organisation === split.organisation)) return undefined
  const [found] = findImitated(split, thread.index, thread.domains)
  if (found === undefined) return known
  const { genuine, observed, edits, cost } = found
  return { genuine, observed, edits, cost, relation: 'correspondent' }
}

/**
 * A Reply-To beside its From: `purnpen` where the sender is `pumpen`. Only look-alike and swapped letters count,
 * for companies of one group do differ by a letter.
 */
export function findImitationOfSender(
  message: Message,
  host: string,
  register: RegisterIndex,
): Imitation | undefined {
  const organisation = message.from?.organisation ?? ''
  const split = splitDomain(organisation)
  if (split === undefined || FREE_MAIL.has(organisation)) return undefined
  const { label, suffix } = split
  const sender = { label, suffix, organisation, owner: organisation, relation: 'partner' as const }
  const thread = { domains: [sender], index: buildDeletionIndex(listDomainKeys(label, suffix, 0)) }
  const imitation = findImitation(host, register, thread)
  return imitation?.edits.every(({ kind }) => kind === 'homoglyph' || kind === 'swapped')
    ? imitation
    : undefined
}

/** Only the ending differs: what companies with several countries own themselves. */
export function isSuffixOnly({ edits }: Imitation): boolean {
  return edits.every((edit) => edit.kind === 'tld-changed')
}
