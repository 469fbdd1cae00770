import { findTenantSuffix } from '../../evidence/headers/tenant-suffixes.ts'
import type { MailAddress, Message } from '../../evidence/message.ts'
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

/**
 * The corner of a service that bears the sender's own name: `kitahama.onmicrosoft.com` beside
 * `kitahama.example`. Programs of the service send from there, so it is ordinary in Return-Path;
 * as the address one answers to it would prove nothing, for anybody may take such a name.
 */
export function isOwnTenant({ organisation }: MailAddress, domain: string): boolean {
  if (findTenantSuffix(domain) === undefined) return false
  const label = (of: string) => splitDomain(of)?.label.replaceAll('-', '')
  return label(domain) === label(organisation)
}
