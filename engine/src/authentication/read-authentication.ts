import type { Message } from '../evidence/message.ts'
import type { Knowledge } from '../knowledge.ts'
import { memoise } from '../memoise.ts'
import type { RegisterIndex } from '../register/register.ts'
import type { Authentication, AuthenticationCheck } from './authentication.ts'
import { findTrustBoundary } from './path/trust-boundary.ts'
import { judgeFields } from './recorded/judge-fields.ts'
import { listRecorded } from './recorded/list-recorded.ts'

export interface AuthenticationContext {
  readonly register: RegisterIndex
  readonly knowledge: Knowledge
}

/** Whether the mail comes from whom it names: what servers recorded, and what can be computed here. */
export function readAuthentication(
  message: Message,
  { register, knowledge }: AuthenticationContext,
): Authentication {
  return readingsBy(register)(knowledge)(message)
}

const readingsBy = memoise((register: RegisterIndex) =>
  memoise((knowledge: Knowledge) =>
    memoise((message: Message) => read(message, { register, knowledge })),
  ),
)

function read(message: Message, { register }: AuthenticationContext): Authentication {
  const fields = listRecorded(message)
  if (fields.length === 0) return { checks: [], forged: [] }
  const boundary = findTrustBoundary(message, register)
  const { trusted, forged } = judgeFields(message, fields, boundary)
  const recorded = fields.flatMap(({ header, checks }): AuthenticationCheck[] => {
    const isTrusted = trusted.has(header)
    const gate = isTrusted ? boundary.gate?.byName : undefined
    return checks.map((check) => {
      const by = check.by ?? gate
      return { ...check, ...(by === undefined ? {} : { by }), isTrusted }
    })
  })
  return {
    checks: [
      ...recorded.filter((one) => one.isTrusted),
      ...recorded.filter((one) => !one.isTrusted),
    ],
    forged,
  }
}
