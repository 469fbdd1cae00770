import type { Message } from '../evidence/message.ts'
import type { Knowledge } from '../knowledge.ts'
import { memoise } from '../memoise.ts'
import type { RegisterIndex } from '../register/register.ts'
import type { Authentication, AuthenticationCheck } from './authentication.ts'
import { computeChecks } from './compute-checks.ts'
import { findTrustBoundary } from './path/trust-boundary.ts'
import { judgeFields } from './recorded/judge-fields.ts'
import { listRecorded } from './recorded/list-recorded.ts'

export interface AuthenticationContext {
  readonly register: RegisterIndex
  readonly knowledge: Knowledge
}

/**
 * Whether the mail comes from whom it names: what servers recorded, and what can be computed here.
 * Computing hashes the whole body, so detectors that need only the former ask `readRecorded`.
 */
export function readAuthentication(
  message: Message,
  { register, knowledge }: AuthenticationContext,
): Authentication {
  return readingsBy(register)(knowledge)(message)
}

/** What servers recorded; with recorded DNS answers also what they tell about the mail. */
export function readRecorded(message: Message, context: AuthenticationContext): Authentication {
  return context.knowledge.dnsRecords === undefined
    ? recordedBy(context.register)(message)
    : readAuthentication(message, context)
}

const readingsBy = memoise((register: RegisterIndex) =>
  memoise((knowledge: Knowledge) =>
    memoise((message: Message) => compute(message, { register, knowledge })),
  ),
)

const recordedBy = memoise((register: RegisterIndex) =>
  memoise((message: Message) => read(message, register)),
)

function read(message: Message, register: RegisterIndex): Authentication {
  const fields = listRecorded(message)
  if (fields.length === 0) return NOTHING
  const boundary = findTrustBoundary(message, register)
  const { trusted, forged } = judgeFields(message, fields, boundary)
  const checks = fields.flatMap(({ header, checks }): AuthenticationCheck[] => {
    const isTrusted = trusted.has(header)
    const gate = isTrusted ? boundary.gate?.byName : undefined
    return checks.map((check) => {
      const by = check.by ?? gate
      return { ...check, ...(by === undefined ? {} : { by }), isTrusted }
    })
  })
  return {
    checks: [...checks.filter((one) => one.isTrusted), ...checks.filter((one) => !one.isTrusted)],
    forged,
  }
}

function compute(message: Message, { register, knowledge }: AuthenticationContext): Authentication {
  const { checks, forged } = recordedBy(register)(message)
  const isSigned = SIGNATURES.some((name) => message.header(name).length > 0)
  if (!isSigned && knowledge.dnsRecords === undefined) return { checks, forged }
  const believed = checks.filter((one) => one.isTrusted)
  const boundary = findTrustBoundary(message, register)
  return {
    checks: [
      ...believed,
      ...computeChecks(message, boundary, knowledge, believed),
      ...checks.filter((one) => !one.isTrusted),
    ],
    forged,
  }
}

const SIGNATURES = ['dkim-signature', 'arc-seal', 'arc-message-signature']
const NOTHING: Authentication = { checks: [], forged: [] }
