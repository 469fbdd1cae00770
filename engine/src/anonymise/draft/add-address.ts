import type { Indicator } from '../../evidence/artefact.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import { findAddressQuestion } from '../redact/find-address-question.ts'
import { toHostName, toHostShape } from '../redact/host-shape.ts'
import { isSharedService } from '../redact/shared-services.ts'
import { addDomain } from './add-domain.ts'
import { ask, put, type Draft } from './indicator-draft.ts'
import {
  isLeftOutForMet,
  isLeftOutForMember,
  isLeftOutForCorrespondent,
} from './is-left-out-for.ts'

export function addAddress(indicator: Indicator, draft: Draft): void {
  const { context } = draft.redactor
  const address = toHostName(indicator.value)
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at < 1 || context.owners.ofDomain(domain) !== undefined) return
  const isImitation = context.imitated(domain) !== undefined || saysKnown(domain, draft)
  if (isImitation) return addDomain(domain, indicator.context, draft)
  // Bounce addresses hold the recipient in ways only the sender can read (T03).
  if (indicator.context === 'return-path') return addDomain(domain, 'return-path', draft)
  if (isLeftOutForMember(domain, draft, address)) return
  if (isLeftOutForMet(domain, draft, indicator.context))
    return addDomain(domain, indicator.context, draft)
  if (isLeftOutForCorrespondent(domain, draft)) return
  const host = toHostShape(domain, context.registered)
  const isShared = isSharedService(domain)
  const asked = findAddressQuestion(indicator.value, { names: context.names, isShared })
  if (asked === undefined) {
    return put(draft, indicator, `${local}@${host.value}`, host.hasTokens)
  }
  const choice = ask(asked, draft)
  draft.omitted.add('names')
  if (choice === 'ask') {
    draft.identifying.add(address)
    put(draft, indicator, address)
  } else if (choice === 'pattern' && !isShared) {
    put(draft, indicator, `****@${host.value}`, true)
  }
}

/** Whether an internationalised name is that of somebody known. */
const saysKnown = (domain: string, { redactor: { context } }: Draft): boolean =>
  domain.includes('xn--') && context.registered.has(toShownDomain(domain))
