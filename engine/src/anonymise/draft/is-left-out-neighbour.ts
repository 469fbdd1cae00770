import { belongsTo } from '../redact/own-network.ts'
import { neighbourQuestion } from '../redact/source-questions.ts'
import type { Traces } from '../traces.ts'
import { ask, type Draft } from './indicator-draft.ts'

/** Bits that addresses of one row have in common: the smallest networks that are routed by themselves. */
const ROW_BITS = { ipv4: 24, ipv6: 48 } as const

/** Whether an address beside a registered one of a provider stays inside; asked, since an attacker may be its neighbour. */
export function isLeftOutNeighbour(ip: string, draft: Draft): boolean {
  if (!isBesideKnown(ip, draft.redactor.context.traces)) return false
  if (ask(neighbourQuestion(ip), draft) === 'keep') return false
  draft.omitted.add('recipient-records')
  return true
}

export function isBesideKnown(ip: string, { organisations }: Traces): boolean {
  const bits = ip.includes(':') ? ROW_BITS.ipv6 : ROW_BITS.ipv4
  return organisations.some(({ ipAddresses }) =>
    ipAddresses.some((known) => belongsTo(ip, `${known.split('/', 1)[0]}/${bits}`)),
  )
}
